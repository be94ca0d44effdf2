import { GlueClassifier } from '../../core/provider/aws';
import type { ModuleScope } from '../../core/module/scope';
import type { DataopsProjectConfig } from './config';
import type { ClassifierConfig } from './config-glue';
import { projectPaths } from './published';

/** Glue classifiers. */
export function classifiers(scope: ModuleScope, config: DataopsProjectConfig): void {
  for (const [key, { configuration }] of Object.entries(config.classifiers)) {
    const { name } = scope.add(GlueClassifier, ['classifier', key], {
      name: scope.name(key),
      ...csv(scope, configuration),
      ...others(scope, configuration),
    });
    scope.publish(projectPaths.classifier(key), name, { preserveCase: true });
  }
}

type Configuration = ClassifierConfig['configuration'];

function csv(scope: ModuleScope, { csvClassifier }: Configuration) {
  if (!csvClassifier) return {};
  const { allowSingleColumn, containsHeader, delimiter, disableValueTrimming, header, quoteSymbol } =
    csvClassifier;
  return {
    csvClassifier: {
      ...(allowSingleColumn !== undefined && { allowSingleColumn }),
      ...(containsHeader && { containsHeader }),
      ...(delimiter && { delimiter: scope.value(delimiter) }),
      ...(disableValueTrimming !== undefined && { disableValueTrimming }),
      ...(header.length > 0 && { header: header.map((column) => scope.value(column)) }),
      ...(quoteSymbol && { quoteSymbol: scope.value(quoteSymbol) }),
    },
  };
}

function others(scope: ModuleScope, { grokClassifier, jsonClassifier, xmlClassifier }: Configuration) {
  return {
    ...(grokClassifier && {
      grokClassifier: {
        classification: scope.value(grokClassifier.classification),
        grokPattern: scope.value(grokClassifier.grokPattern),
        ...(grokClassifier.customPatterns && { customPatterns: scope.value(grokClassifier.customPatterns) }),
      },
    }),
    ...(jsonClassifier && { jsonClassifier: { jsonPath: scope.value(jsonClassifier.jsonPath) } }),
    ...(xmlClassifier && {
      xmlClassifier: {
        classification: scope.value(xmlClassifier.classification),
        rowTag: scope.value(xmlClassifier.rowTag),
      },
    }),
  };
}
