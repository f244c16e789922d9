import { envelope, group, groupId, list, type Mistake, mistakes, removeGroup, sound } from './mistake.ts';

const ofServer = '<t:ServerVersionInfo MajorVersion="15"/>';
const unknown = (child: string) => child.replace(/<([^\s>/]+)/, '<⟦operation.unknown|$1⟧');
const named = (children: string) => `<m:RemoveImGroupResponse>${children}</m:RemoveImGroupResponse>`;
const code = '<m:ResponseCode>NoError</m:ResponseCode>';

const requests: readonly Mistake[] = [
  {
    about: 'the children of the request',
    text: envelope(unknown(named(group))),
    says: 'EWS has no operation m:RemoveImGroupResponse. Did you mean m:RemoveImGroup?',
    fix: 'Change to <m:RemoveImGroup>',
    after: sound,
    others: [],
  },
  {
    about: 'the children of the request, under the header of an answer',
    text: envelope(unknown(named(group)), '<⟦header.of-answers|t:ServerVersionInfo⟧ MajorVersion="15"/>'),
    fix: 'Write <t:RequestServerVersion> instead',
    after: envelope(unknown(named(group))),
  },
  {
    about: 'a request that holds nothing, under a header of requests',
    text: envelope('<⟦operation.unknown|m:GetImItemListResponse⟧/>'),
    fix: 'Change to <m:GetImItemList>',
    after: list('').replace('></m:GetImItemList>', '/>'),
  },
  {
    about: 'beside a request: an operation of its own, which only the author can remove',
    text: envelope(
      `${removeGroup}<⟦operation.repeated|m:RemoveImGroupResponse⟧><m:GroupId Id="${groupId}"/></m:RemoveImGroupResponse>`,
    ),
    others: ['Remove <m:RemoveImGroupResponse>'],
  },
];

const answers: readonly Mistake[] = [
  { about: 'with a ResponseClass', text: envelope('<m:RemoveImGroupResponse ResponseClass="Success"/>') },
  { about: 'with a ResponseCode', text: envelope(named(code)) },
  { about: 'nothing inside, under the header of an answer', text: envelope(named(''), ofServer) },
  { about: 'nothing inside, and no header', text: envelope(named(''), '') },
  { about: 'a payload alone', text: envelope('<m:GetImItemListResponse><m:ImItemList/></m:GetImItemListResponse>') },
  { about: 'of no operation that is known', text: envelope('<m:SomethingResponse/>') },
];

mistakes('mistakes: a request under the name of its answer', requests);
mistakes('answers, of which nothing is said', answers);
