import { whoCan as able } from '../../access/questions/who-can';
import { whoCanData, whoCanText } from '../../access/report/explain';
import { print, printJson } from '../shared/report';
import { asked } from './load';
import { checkAction, theResources } from './names';
import { saidKeys, type RequestOptions } from './options';

/** Everybody who may do something with a resource, with the reason. */
export async function whoCan(action: string, resource: string, options: RequestOptions): Promise<void> {
  const said = saidKeys(options);
  checkAction(action);
  const { index } = await asked(options);
  const { session } = options;
  const found = able(index, action, theResources(index, resource), {
    said,
    ...(session !== undefined && { session }),
  });
  if (options.json === true) printJson(whoCanData(index, found));
  else print(whoCanText(index, action, found));
}
