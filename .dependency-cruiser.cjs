const { readFileSync, globSync } = require('node:fs');
const { join, posix } = require('node:path');

/**
 * The arrows of the house: apps → catalogue → services → engines → core.
 * A room is entered only through the files its package.json exports.
 */
const faces = ['core/*', 'engines/*', 'services/*', 'catalogue', 'apps/*']
  .flatMap((rooms) => globSync(`${rooms}/package.json`, { cwd: __dirname }))
  .flatMap((file) => {
    const manifest = JSON.parse(readFileSync(join(__dirname, file), 'utf8'));
    return Object.values(manifest.exports ?? {}).map((target) => posix.join(posix.dirname(file), target));
  })
  .map((face) => face.replaceAll('.', '\\.'));
const publicFace = `^(${faces.join('|')})$`;
const contract = '^services/[^/]+/(notices/)?[a-z-]*schema\\.ts$';
const tests = '(\\.test\\.ts$|/testing/|/(testing|fixtures|arbitrary)[a-z-]*\\.ts$)';

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    never(
      'standards-stand-alone',
      { path: '^core/standards/', pathNot: tests },
      { path: '^(core/(?!standards/)|engines/|services/|catalogue/|apps/)' },
      'core/standards is publishable on its own',
    ),
    never(
      'core-knows-no-room',
      { path: '^core/' },
      { path: '^(engines|services|catalogue|apps|bench|tests)/' },
      'core is below everything',
    ),
    never(
      'engines-know-no-business',
      { path: '^engines/' },
      { path: '^(services|catalogue|apps|bench|tests)/' },
      'a service registers its handlers, rules and templates with an engine, never the other way round',
    ),
    never(
      'services-know-no-catalogue',
      { path: '^services/' },
      { path: '^(catalogue|apps|bench|tests)/' },
      'definitions reach services at composition',
    ),
    never('catalogue-knows-no-app', { path: '^catalogue/' }, { path: '^(apps|bench|tests)/' }),
    never(
      'apps-stand-alone',
      { path: '^apps/([^/]+)/', pathNot: tests },
      { path: '^(bench|tests|apps/(?!$1/))' },
      'the apps are separate programs and meet over HTTP',
    ),
    never(
      'rooms-by-their-face',
      { path: '^(core|engines|services|apps)/([^/]+)/', pathNot: '^apps/web/' },
      { path: '^(core|engines|services|catalogue|apps)/', pathNot: ['^$1/$2/', publicFace] },
      'another room is entered through its index.ts, or another file its package.json exports',
    ),
    never(
      'catalogue-by-faces',
      { path: '^catalogue/' },
      { path: '^(core|engines|services|apps)/', pathNot: publicFace },
      'as rooms-by-their-face',
    ),
    never(
      'tests-by-faces',
      { path: '^(bench|tests)/' },
      {
        path: '^(core|engines|services|apps)/',
        pathNot: [publicFace, '^apps/server/([a-z-]+|commands/web-build)\\.ts$', contract],
      },
      'what crosses rooms meets them as other rooms do, or puts the whole server together',
    ),
    never(
      'outside-shares-no-business',
      { path: '^apps/outside/' },
      { path: '^(services|catalogue)/' },
      'stand-ins of other departments must not agree with us by sharing our code',
    ),
    never(
      'web-takes-little',
      { path: '^apps/web/' },
      {
        path: '^(core|engines|services|catalogue)/',
        pathNot: ['^core/standards/index\\.ts$', '^engines/rules/index\\.ts$', contract],
      },
      'the browser shares the standards, the rules and the types of the HTTP contract',
    ),
    never(
      'web-takes-types',
      { path: '^apps/web/' },
      { path: contract, dependencyTypesNot: ['type-only'] },
      'the schemas themselves belong to the server',
    ),
    never(
      'testing-in-tests',
      { path: '^(core|engines|services|catalogue|apps)/', pathNot: tests },
      { path: tests },
      'what helps tests is not part of the product',
    ),
    never(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'two files that need each other are one thing, or three; types may refer to each other',
    ),
    never('every-import-resolves', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
