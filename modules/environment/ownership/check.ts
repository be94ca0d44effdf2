import type { ModuleFinding } from '../../../core/module/define-module';
import type { Located } from '../../../core/platform/platform';
import { describeObject } from '../record/references';
import { filesOf } from './files';

/** The file of a team holds nothing of another team: whoever approves the file would decide about both. */
export function checkFiles({ module }: Pick<Located, 'module'>): readonly ModuleFinding[] {
  const linking = module.place.file;
  return [...filesOf(module)].flatMap(([file, { environment, objects }]) => {
    const [first] = objects;
    if (!first || environment || file === linking) return [];
    return objects
      .filter(({ team }) => team !== first.team)
      .map((object): ModuleFinding => ({
        severity: 'error',
        code: 'TL420',
        message: `${file} is the file of the team ${first.team} and holds the ${describeObject(object)} of the team ${object.team}`,
        help: `Move it to a file of ${object.team}, or to the file of the environment.`,
        path: object.path,
      }));
  });
}
