import { makeChangeKey, makeItemId } from '../src/ews/itemId.ts';
import { namespaces } from '../src/ews/namespaces.ts';

const mailbox = '1a2b3c4d-5e6f-4a1b-8c2d-0123456789ab';

/** A valid GetImItems request of about so many bytes: ids on ids, as such requests are. */
export function requestOf(bytes: number): string {
  const head = `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="${namespaces.soap}"
  xmlns:m="${namespaces.messages}"
  xmlns:t="${namespaces.types}">
  <soap:Header>
    <t:RequestServerVersion Version="Exchange2013_SP1"/>
  </soap:Header>
  <soap:Body>
    <m:GetImItems>
      <m:ContactIds>
`;
  const foot = `      </m:ContactIds>
    </m:GetImItems>
  </soap:Body>
</soap:Envelope>
`;
  return filled(head, foot, bytes, index => `        <t:ItemId ${idOf('contact', index)}/>\n`);
}

/** An answer to GetImItemList of about so many bytes: groups with their members. */
export function answerOf(bytes: number): string {
  const head = `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${namespaces.soap}"><s:Header><h:ServerVersionInfo MajorVersion="15" MinorVersion="2" MajorBuildNumber="1544" MinorBuildNumber="4" Version="V2017_07_11" xmlns:h="${namespaces.types}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/></s:Header><s:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><GetImItemListResponse ResponseClass="Success" xmlns="${namespaces.messages}"><ResponseCode>NoError</ResponseCode><ImItemList xmlns:t="${namespaces.types}"><t:Groups>`;
  const foot = '</t:Groups></ImItemList></GetImItemListResponse></s:Body></s:Envelope>';
  return filled(head, foot, bytes, index => {
    const members = [1, 2, 3].map(member => `<t:ItemId ${idOf('contact', index * 3 + member)}/>`).join('');
    return `<t:ImGroup><t:DisplayName>Group ${index} &amp; others</t:DisplayName><t:GroupType>IPM.DistList</t:GroupType><t:ExchangeStoreId ${idOf('distribution list', index)}/><t:MemberCorrelationKey>${members}</t:MemberCorrelationKey></t:ImGroup>`;
  });
}

function filled(head: string, foot: string, bytes: number, part: (index: number) => string): string {
  const parts: string[] = [];
  let length = head.length + foot.length;
  for (let index = 0; length < bytes || index === 0; index += 1) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  return head + parts.join('') + foot;
}

function idOf(type: 'contact' | 'distribution list', index: number): string {
  const id = makeItemId('mailbox item', mailbox, `${type} ${index}`);
  return `Id="${id}" ChangeKey="${makeChangeKey(type, `${type} ${index}`, 1)}"`;
}
