import { ask } from '../../access/questions/ask';
import { explainData, explainText } from '../../access/report/explain';
import { print, printJson } from '../shared/report';
import { asked } from './load';
import { checkAction, onePrincipal, theResources } from './names';
import { saidKeys, type RequestOptions } from './options';

/** Whether somebody may do something with a resource, and which lock opens or closes by what. */
export async function explain(
  principal: string,
  action: string,
  resource: string,
  options: RequestOptions,
): Promise<void> {
  const said = saidKeys(options);
  checkAction(action);
  const { index } = await asked(options);
  const who = onePrincipal(index, principal, options.session);
  const answers = theResources(index, resource).map((arn) => ({
    arn,
    answer: ask(index, who, action, arn, said),
  }));
  if (options.json === true) {
    printJson(
      answers.map(({ arn, answer }) => ({
        principal: who.label,
        action,
        resource: arn,
        ...explainData(index, answer),
      })),
    );
    return;
  }
  print(
    answers
      .map(({ arn, answer }) => explainText(index, `${who.label} ${action} ${arn}`, answer))
      .join('\n\n'),
  );
}
