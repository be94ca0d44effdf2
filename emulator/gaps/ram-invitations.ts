import { jsonAnswer } from '../answer';
import type { Gap } from '../gap';

/**
 * moto has no invitations to a resource share. Here, as between accounts of one organization with sharing
 * switched on, nobody needs one.
 */
export const ramInvitations: Gap = {
  name: 'ram-invitations',
  matches: (request) => request.service === 'ram' && request.path === '/getresourceshareinvitations',
  handle: () => Promise.resolve(jsonAnswer({ resourceShareInvitations: [] })),
};
