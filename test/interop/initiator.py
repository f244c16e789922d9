"""Prints a Kerberos token in Base64 for a service such as HTTP/host, from the tickets of the environment."""

import base64
import sys

import gssapi

name = gssapi.Name(sys.argv[1].replace("/", "@", 1), gssapi.NameType.hostbased_service)
print(base64.b64encode(gssapi.SecurityContext(name=name, usage="initiate").step()).decode())
