"""Accepts NTLM through GSSAPI (gss-ntlmssp), line by line in the protocol of Samba's ntlm_auth.

Arguments: the application data of the channel binding in hexadecimal, or - for none; allow or require.
"""

import base64
import sys

import gssapi
from gssapi.raw.chan_bindings import ChannelBindings

NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
CHANNEL_BOUND = 0x800

data, level = sys.argv[1:]
binding = None if data == "-" else ChannelBindings(application_data=bytes.fromhex(data))
credentials = gssapi.Credentials(usage="accept", mechs=[NTLM])
context = None
for line in sys.stdin:
    kind, token = line.split()
    try:
        if kind == "YR":
            context = gssapi.SecurityContext(creds=credentials, usage="accept", channel_bindings=binding)
        answer = context.step(base64.b64decode(token))
        if not context.complete:
            print("TT " + base64.b64encode(answer).decode(), flush=True)
        elif level == "require" and not int(context.actual_flags) & CHANNEL_BOUND:
            print("NA no channel binding", flush=True)
        else:
            bound = "bound" if int(context.actual_flags) & CHANNEL_BOUND else "unbound"
            print(f"AF {context.initiator_name} {bound}", flush=True)
    except gssapi.exceptions.GSSError as error:
        print("NA " + str(error).replace("\n", " "), flush=True)
