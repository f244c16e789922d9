/** What `--help` prints. */
export const usage = `EWS Request Studio for the terminal: the same checks and explanations as in the editor.

npm run -s ews -- check  [--json] FILE…
npm run -s ews -- decode [--json] FILE…
npm run -s ews -- send   [--json] FILE --endpoint URL [OPTION…]
npm run -s ews -- sandbox [--port N] [--auth none|basic] [--seed FILE]

check    says what is wrong with requests: file:line:column severity code message
decode   explains answers: bare XML, raw HTTP responses, trace logs, HAR files
send     posts a request and explains the answer
sandbox  runs the practice Exchange on loopback until Ctrl+C; with --auth basic as sandbox, sandbox;
         --seed: what is in it, as docs/sandbox-seed.md says

FILE is UTF-8, UTF-16, or what its XML declaration says; "-" is the standard input.

Options of send
  --endpoint URL              where to, as https://HOST/EWS/Exchange.asmx
  --user NAME                 user@example.com or DOMAIN\\user
  --auth KIND                 none, basic, bearer, ntlm, negotiate or auto;
                              without it: basic when --user is given, else none
  --ca FILE                   PEM file with authorities to trust besides those of the system
  --channel-binding auto|off  off: for a server behind a proxy that ends TLS
  --proxy URL                 instead of HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the environment
  --header 'Name: value'      a further header; may be repeated; never Authorization or Cookie
  --timeout SECONDS           until an answer begins; default 100

The password comes from the variable EWS_PASSWORD, a token from EWS_TOKEN, neither ever from an argument.

Exit codes
  check    0 no error, 1 an error, 2 a file cannot be read
  decode   0 decoded, 2 a file cannot be read
  send     0 NoError, 1 any other answer, 2 no answer
  sandbox  0 ended, 2 the seed cannot be used
`;
