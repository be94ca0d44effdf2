import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { listing, type Service } from '../service';
import { athenaDataCatalogs } from './data-catalogs';
import { athenaWorkgroups } from './workgroups';

/** Athena: data catalogs, workgroups that can change, tags of what has none. */
export function athena(context: GapContext): Service {
  return {
    name: 'athena',
    gaps: [athenaDataCatalogs(context), athenaTags, athenaWorkgroups(context)],
    list: listing(
      'athena',
      {
        type: 'workgroup',
        target: 'AmazonAthena.ListWorkGroups',
        list: 'WorkGroups',
        id: 'Name',
        builtIn: 'primary',
      },
      { type: 'named query', target: 'AmazonAthena.ListNamedQueries', list: 'NamedQueryIds' },
    ),
  };
}

/** moto refuses to list the tags of what has none; AWS answers an empty list. */
const athenaTags: Gap = {
  name: 'athena-tags',
  matches: (request) => request.service === 'athena' && request.operation === 'ListTagsForResource',
  async handle(request, forward) {
    const answer = await forward(request);
    return answer.status === 400 ? jsonAnswer({ Tags: [] }) : answer;
  },
};
