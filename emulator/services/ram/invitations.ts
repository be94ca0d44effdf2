import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';

/**
 * moto has no invitations to a resource share. Here, as between accounts of one organization with sharing
 * switched on, nobody needs one.
 */
export const ramInvitations: Gap = {
  name: 'ram-invitations',
  matches: (request) => request.service === 'ram' && request.path === '/getresourceshareinvitations',
  handle: () => Promise.resolve(jsonAnswer({ resourceShareInvitations: [] })),
};
