/** The files that the server may be asked about; whether they are Kafka's, their contents decide. */
export const FILE_PATTERNS: readonly string[] = ['**/*.properties', '**/*.properties.*', '**/*.{conf,cnf,config,cfg}'];

/** The languages of code that may use a Kafka client. */
export const CODE_LANGUAGE_IDS: readonly string[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'svelte',
];

/** The files of those languages. */
export const CODE_PATTERN = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte}';

/** The languages that editors give to files in the syntax of java.util.Properties. */
export const LANGUAGE_IDS: readonly string[] = ['properties', 'java-properties', 'kafka-properties'];
