import pluginI18n from '@intlify/eslint-plugin-vue-i18n'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import pluginVue from 'eslint-plugin-vue'
import pluginA11y from 'eslint-plugin-vuejs-accessibility'

/** Time, chance and waiting are ports: core and shared get them handed in (ARCHITECTURE 2). */
const IMPURE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock is a port.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is a port.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The clock is a port.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is a port.',
  },
  { selector: "MemberExpression[property.name='randomUUID']", message: 'Ids are a port.' },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'The clock is a port.',
  },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]',
    message: 'Timers are a port.',
  },
  ...['Literal[value', 'TemplateElement[value.raw'].map((text) => ({
    selector: `${text}=/CURRENT_(TIMESTAMP|DATE|TIME)|unixepoch\\(|'now'/i]`,
    message: 'SQL asks no clock either.',
  })),
]

/** The clock of the computer may lie: only the trusted clock asks it (PROMISES 7.4). */
const UNTRUSTED = {
  selector: "CallExpression[callee.property.name='now'][callee.object.property.name='clock']",
  message: 'Ask core.clock: the computer may be wrong.',
}

export default defineConfigWithVueTs(
  {
    name: 'ignored',
    ignores: ['out/**', 'node_modules/**', 'coverage/**', 'test-results/**', 'bench-results/**'],
  },
  pluginVue.configs['flat/recommended'],
  vueTsConfigs.recommendedTypeChecked,
  pluginA11y.configs['flat/recommended'],
  {
    name: 'house',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    name: 'configuration files export a default because their tools ask for it',
    files: ['*.config.ts', '*.config.mjs', '.dependency-cruiser.mjs', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    name: 'pure',
    files: ['src/shared/**/*.ts', 'src/main/core/**/*.ts', 'src/main/db/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.bench.ts'],
    rules: { 'no-restricted-syntax': ['error', ...IMPURE, UNTRUSTED] },
  },
  {
    name: 'the trusted clock',
    files: ['src/main/core/clock/trusted-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...IMPURE] },
  },
  {
    name: 'form controls get their label from the field around them',
    files: ['src/renderer/src/ui/form/*.vue'],
    rules: { 'vuejs-accessibility/form-control-has-label': 'off' },
  },
  {
    name: 'screens',
    files: ['src/renderer/**/*.vue', 'src/renderer/**/*.ts'],
    plugins: { '@intlify/vue-i18n': pluginI18n },
    rules: {
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      // Pointer conveniences stand beside a keyboard path; the end-to-end tests walk that one with axe.
      'vuejs-accessibility/no-static-element-interactions': 'off',
      'vuejs-accessibility/click-events-have-key-events': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          ignorePattern: '^[\\s\\d.,:;·…≈→←↑↓%()/+|–—-]*$',
          ignoreText: ['Tandem', 'Esc', 'Enter', 'Ctrl', 'J', 'K', 'F', 'X'],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing of a person is kept in the browser (PROMISES X7).' },
        { name: 'indexedDB', message: 'Nothing of a person is kept in the browser (PROMISES X7).' },
      ],
    },
  },
  {
    name: 'the page of the design system is for those who develop, in English',
    files: ['src/renderer/src/design/*.vue'],
    rules: {
      '@intlify/vue-i18n/no-raw-text': 'off',
      'vuejs-accessibility/form-control-has-label': 'off',
    },
  },
)
