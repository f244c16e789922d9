import { authenticationCodes } from './authentication.ts';
import { availabilityCodes } from './availability.ts';
import { calendarCodes } from './calendar.ts';
import { collaborationCodes } from './collaboration.ts';
import type { CodeFact } from './facts.ts';
import { foldersCodes } from './folders.ts';
import { idsCodes } from './ids.ts';
import { imCodes } from './im.ts';
import { itemsCodes } from './items.ts';
import type { ResponseCode } from './names.ts';
import { requestsCodes } from './requests.ts';
import { searchCodes } from './search.ts';
import { serverCodes } from './server.ts';
import { servicesCodes } from './services.ts';

/** Every ResponseCode and what is known of it; a missing one is a compile error. */
export const responseCodes: Readonly<Record<ResponseCode, CodeFact>> = {
  ...imCodes,
  ...idsCodes,
  ...authenticationCodes,
  ...requestsCodes,
  ...serverCodes,
  ...itemsCodes,
  ...foldersCodes,
  ...calendarCodes,
  ...availabilityCodes,
  ...searchCodes,
  ...servicesCodes,
  ...collaborationCodes,
};
