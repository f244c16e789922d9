/*
 * NTLM version 2 as a client speaks it, after Microsoft's protocol document MS-NLMP; names and sections in the comments
 * of this folder are those of that document. What is not here is not offered: NTLMv1, LM, signing, sealing.
 */
export { authenticateMessage } from './authenticate.ts';
export { readChallenge } from './challenge.ts';
export { channelBindings } from './channelBinding.ts';
export { negotiateMessage } from './negotiate.ts';
