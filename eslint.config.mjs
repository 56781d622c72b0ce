import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import importX from 'eslint-plugin-import-x'
import officeAddins from 'eslint-plugin-office-addins'

const src = (folder) => `./src/${folder}`

/** The layer table of docs/architecture.md: what each folder may not reach. */
const layers = {
  domain: ['workbook', 'reports', 'app', 'hosts', 'messages', 'taskpane', 'commands', 'workbench', 'cli'],
  workbook: ['domain', 'reports', 'app', 'hosts', 'messages', 'taskpane', 'commands', 'workbench', 'cli'],
  reports: ['app', 'hosts', 'messages', 'taskpane', 'commands', 'workbench', 'cli', 'workbook/xlsx'],
  app: ['hosts', 'messages', 'taskpane', 'commands', 'workbench', 'cli'],
  hosts: ['domain', 'reports', 'messages', 'taskpane', 'commands', 'workbench', 'cli'],
  messages: ['workbook', 'reports', 'app', 'hosts', 'taskpane', 'commands', 'workbench', 'cli'],
  cli: ['reports', 'hosts', 'taskpane', 'commands', 'workbench'],
  taskpane: ['reports', 'commands', 'workbench', 'cli'],
  commands: ['reports', 'taskpane', 'workbench', 'cli'],
  workbench: ['reports', 'commands', 'cli'],
}
/** Programs reach workbook and hosts from their root file alone. */
const programs = ['cli', 'taskpane', 'commands', 'workbench']

const zones = Object.entries(layers).map(([target, banned]) => ({
  target: src(target),
  from: banned.map(src),
  message: `src/${target} may not import this layer: see docs/architecture.md.`,
}))

const pure = {
  // The domain runs without clock, randomness, files or locale: they are parameters.
  'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'process', 'Office', 'Excel', 'localStorage', 'setTimeout'],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Inject randomness.' },
    { object: 'Date', property: 'now', message: 'Today is a parameter.' },
  ],
  'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Today is a parameter.' }],
}

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'dist', 'out', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } }, 'import-x/extensions': ['.ts', '.tsx'] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/hosts/excel/**'],
    rules: {
      'no-restricted-globals': ['error', ...['Excel', 'Office', 'OfficeExtension'].map((name) => ({ name, message: 'Only src/hosts/excel knows Office.js.' }))],
      'no-restricted-syntax': ['error', { selector: 'TSQualifiedName[left.name=/^(Excel|Office|OfficeExtension)$/]', message: 'Only src/hosts/excel knows Office.js.' }],
    },
  },
  { files: ['src/domain/**/*.ts'], rules: { ...pure, 'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.|@marcbachmann/cel-js$|yaml$|valibot$)', message: 'The domain imports itself, cel-js, yaml and valibot.' }] }] } },
  { files: ['src/reports/**/*.ts'], rules: pure },
  {
    // Its recommended set brings rules of other plugins; these are all of its own. They know a request context by the name `context`.
    files: ['src/hosts/excel/**/*.ts', 'src/commands/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-before-read': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
    },
  },
  ...programs.map((program) => ({
    files: [`src/${program}/**/*.{ts,tsx}`],
    // A worker is a program of its own, wired in its own file.
    ignores: [`src/${program}/main.{ts,tsx}`, `src/${program}/**/office-worker.ts`],
    rules: { 'import-x/no-restricted-paths': ['error', { zones: [...zones, { target: src(program), from: [src('workbook'), src('hosts')], message: 'Only main.ts wires workbook and hosts.' }] }] },
  })),
  { files: ['**/*.{js,cjs,mjs}'], languageOptions: { globals: { require: 'readonly', module: 'writable', process: 'readonly', console: 'readonly', __dirname: 'readonly', Buffer: 'readonly', performance: 'readonly', URL: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
