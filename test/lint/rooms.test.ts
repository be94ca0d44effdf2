import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DepGraph } from 'dependency-graph';
import { preProcessFile } from 'typescript';
import { roomOf, wrongImport } from '../../lint/room-order';
import { CIRCLES, EXCEPTIONS, ROOMS } from '../../lint/rooms';

const root = resolve(__dirname, '../..');

/** Every file of the product: what stands in a room. */
const files = readdirSync(root, { withFileTypes: true })
  .filter(
    ({ name }) => !name.startsWith('.') && !['node_modules', 'dist', 'cdktf.out', 'coverage'].includes(name),
  )
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(entry.name, file),
        )
      : [entry.name],
  )
  .filter((file) => /\.(ts|js)$/.test(file) && !/\.config\.js$/.test(file) && roomOf(ROOMS, file));

const known = new Set(files);

/** What a file imports of the product, types and dynamic imports included. */
const imports = new Map(
  files.map((file) => {
    const { importedFiles } = preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
    const targets = importedFiles
      .map(({ fileName }) => fileName)
      .filter((name) => name.startsWith('.'))
      .flatMap((name) => {
        const target = join(file, '..', name);
        const found = [target, `${target}.ts`, `${target}.js`, join(target, 'index.ts')].find(
          (candidate) => known.has(candidate) && statSync(join(root, candidate)).isFile(),
        );
        return found === undefined ? [] : [found];
      });
    return [file, targets] as const;
  }),
);

/** @param circular whether circles are borne; otherwise looking through the graph throws at the first */
function graph(circular: boolean, without: ReadonlySet<string> = new Set()): DepGraph<undefined> {
  const made = new DepGraph<undefined>({ circular });
  const kept = files.filter((file) => !without.has(file));
  for (const file of kept) made.addNode(file);
  for (const file of kept) {
    for (const target of imports.get(file) ?? []) if (made.hasNode(target)) made.addDependency(file, target);
  }
  return made;
}

test('the product is found', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(imports.get('index.ts')?.length).toBeGreaterThan(5);
});

test('every folder that the product is built from is a room, and every room is there', () => {
  const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8')) as {
    include: readonly string[];
  };
  const built = include.filter((entry) => !entry.endsWith('.ts')).map((folder) => `${folder}/`);
  const rooms = ROOMS.map(({ folder }) => folder);
  expect(rooms).toEqual(expect.arrayContaining(built));
  expect(rooms.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
});

test.each(Object.keys(EXCEPTIONS))('%s is still an exception to the order of rooms', (file) => {
  const wrong = (imports.get(file) ?? []).filter((target) => wrongImport(ROOMS, file, target) !== undefined);
  expect(wrong).not.toEqual([]);
});

test('all other files keep to the order of rooms', () => {
  const wrong = files
    .filter((file) => !Object.hasOwn(EXCEPTIONS, file))
    .flatMap((file) => (imports.get(file) ?? []).flatMap((target) => wrongImport(ROOMS, file, target) ?? []));
  expect(wrong).toEqual([]);
});

test('no files import each other in a circle, but for those that are listed', () => {
  expect(() => graph(false, new Set(CIRCLES.flat())).overallOrder()).not.toThrow();
});

test.each(CIRCLES.flat())('%s is still in a circle', (file) => {
  expect(existsSync(join(root, file))).toBe(true);
  const whole = graph(true);
  const reached = imports.get(file)?.filter((target) => whole.dependenciesOf(target).includes(file));
  expect(reached).not.toEqual([]);
});
