// @ts-check
const path = require('node:path');
const { wrongImport } = require('./room-order');

/**
 * The ESLint rule of the order of rooms: static and dynamic imports, types, exports from elsewhere, and `require`.
 * @param {{ root: string, rooms: readonly import('./rooms').Room[], exceptions: Readonly<Record<string, string>> }} options
 * @returns {import('eslint').Rule.RuleModule}
 */
function roomOrderRule({ root, rooms, exceptions }) {
  return {
    meta: { type: 'problem', messages: { wrong: '{{wrong}}' }, schema: [] },
    create(context) {
      const file = path.relative(root, context.filename).replaceAll('\\', '/');
      if (Object.hasOwn(exceptions, file)) return {};
      /** @param {unknown} node the literal that names a module, if it is one */
      const check = (node) => {
        const literal = /** @type {import('estree').Literal | null | undefined} */ (node);
        if (literal?.type !== 'Literal' || typeof literal.value !== 'string') return;
        if (!literal.value.startsWith('.')) return;
        const target = path.posix.join(path.posix.dirname(file), literal.value);
        const wrong = wrongImport(rooms, file, target);
        if (wrong !== undefined) context.report({ node: literal, messageId: 'wrong', data: { wrong } });
      };
      return {
        ImportDeclaration: ({ source }) => check(source),
        ExportNamedDeclaration: ({ source }) => check(source),
        ExportAllDeclaration: ({ source }) => check(source),
        ImportExpression: ({ source }) => check(source),
        CallExpression: ({ callee, arguments: [first] }) => {
          if (callee.type === 'Identifier' && callee.name === 'require') check(first);
        },
        /** @param {{ source: unknown }} node */
        TSImportType: ({ source }) => check(source),
        /** @param {{ expression: unknown }} node */
        TSExternalModuleReference: ({ expression }) => check(expression),
      };
    },
  };
}

module.exports = { roomOrderRule };
