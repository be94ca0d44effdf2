import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { Json } from '../../proxy/request';

interface Tag {
  readonly key: string;
  readonly value: string;
}

const PATHS = ['/createresourceshare', '/getresourceshares', '/tagresource', '/untagresource'];

/** moto drops the tags of resource shares. */
export function ramTags(): Gap {
  const tags = new Map<string, Tag[]>();
  const without = (arn: string, keys: readonly string[]): Tag[] =>
    (tags.get(arn) ?? []).filter((tag) => !keys.includes(tag.key));
  return {
    name: 'ram-tags',
    matches: (request) => request.service === 'ram' && PATHS.includes(request.path),
    async handle(request, forward) {
      const body = request.json();
      const arn = String(body['resourceShareArn']);
      const added = (body['tags'] ?? []) as Tag[];
      switch (request.path) {
        case '/tagresource':
          tags.set(arn, [
            ...without(
              arn,
              added.map((tag) => tag.key),
            ),
            ...added,
          ]);
          return jsonAnswer({});
        case '/untagresource':
          tags.set(arn, without(arn, (body['tagKeys'] ?? []) as string[]));
          return jsonAnswer({});
        default: {
          const answer = await forward(request);
          if (answer.status >= 300) return answer;
          const told = JSON.parse(answer.body.toString()) as {
            resourceShare?: Json;
            resourceShares?: Json[];
          };
          if (told.resourceShare) tags.set(String(told.resourceShare['resourceShareArn']), added);
          const complete = (share: Json): Json => ({
            ...share,
            tags: tags.get(String(share['resourceShareArn'])) ?? [],
          });
          if (told.resourceShare) return jsonAnswer({ resourceShare: complete(told.resourceShare) });
          return jsonAnswer({ resourceShares: (told.resourceShares ?? []).map(complete) });
        }
      }
    },
  };
}
