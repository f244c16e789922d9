import assert from 'node:assert/strict';
import { proxyFor } from '../../../src/transport/index.ts';

const https = 'https://mail.contoso.example/EWS/Exchange.asmx';
const http = 'http://mail.contoso.example:8080/EWS/Exchange.asmx';
const proxy = 'http://proxy.example:3128';

suite('transport: the proxy of the environment', () => {
  const cases: readonly (readonly [
    what: string,
    address: string,
    environment: object,
    expected: string | undefined,
  ])[] = [
    ['none', https, {}, undefined],
    ['HTTPS_PROXY for https', https, { HTTPS_PROXY: proxy }, proxy],
    ['https_proxy before HTTPS_PROXY', https, { HTTPS_PROXY: 'http://a', https_proxy: proxy }, proxy],
    ['HTTP_PROXY not for https', https, { HTTP_PROXY: proxy }, undefined],
    ['HTTP_PROXY for http', http, { HTTP_PROXY: proxy }, proxy],
    ['ALL_PROXY for both', https, { ALL_PROXY: proxy }, proxy],
    ['an empty one is none', https, { HTTPS_PROXY: '' }, undefined],
    ['without a scheme it is http', https, { HTTPS_PROXY: 'proxy.example:3128' }, proxy],
    ['NO_PROXY names the host', https, { HTTPS_PROXY: proxy, NO_PROXY: 'a,mail.contoso.example' }, undefined],
    ['NO_PROXY names the domain', https, { HTTPS_PROXY: proxy, NO_PROXY: 'contoso.example' }, undefined],
    ['NO_PROXY names the domain with a dot', https, { HTTPS_PROXY: proxy, no_proxy: '.Contoso.example' }, undefined],
    [
      'NO_PROXY names the domain with an asterisk',
      https,
      { HTTPS_PROXY: proxy, no_proxy: '*.contoso.example' },
      undefined,
    ],
    ['NO_PROXY names something that ends alike', https, { HTTPS_PROXY: proxy, NO_PROXY: 'toso.example' }, proxy],
    ['NO_PROXY names another port', http, { HTTP_PROXY: proxy, NO_PROXY: 'contoso.example:80' }, proxy],
    ['NO_PROXY names the port', http, { HTTP_PROXY: proxy, NO_PROXY: 'contoso.example:8080' }, undefined],
    [
      'NO_PROXY names the port that http has anyway',
      'http://mail.contoso.example/',
      { HTTP_PROXY: proxy, NO_PROXY: 'contoso.example:80' },
      undefined,
    ],
    ['NO_PROXY is everything', https, { HTTPS_PROXY: proxy, NO_PROXY: '*' }, undefined],
    [
      'NO_PROXY names an IPv6 address',
      'https://[2001:db8::1]/',
      { HTTPS_PROXY: proxy, NO_PROXY: '2001:db8::1' },
      undefined,
    ],
    [
      'NO_PROXY names an IPv6 address and a port',
      'https://[2001:db8::1]/',
      { HTTPS_PROXY: proxy, NO_PROXY: '[2001:db8::1]:444' },
      proxy,
    ],
    ['never to this machine', 'http://127.0.0.1:5000/', { HTTP_PROXY: proxy }, undefined],
    ['never to this machine by name', 'https://localhost/', { HTTPS_PROXY: proxy }, undefined],
    ['no address, no proxy', 'mail', { HTTPS_PROXY: proxy }, undefined],
  ];
  for (const [what, address, environment, expected] of cases) {
    test(what, () => {
      assert.equal(proxyFor(address, environment as Record<string, string>), expected);
    });
  }
});
