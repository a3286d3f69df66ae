import type { FileKind } from '../../protocol/fileKinds';

/** Environment files of containers and applications: `.env`, `kafka.env`, `.env.production`. */
export const files: FileKind = {
  id: 'dotenv',
  family: 'settings',
  languageIds: ['dotenv', 'env'],
  names: ['*.env', '.env.{example,sample,template,dist,local,dev,development,test,prod,production,staging}'],
  mentions: [
    [
      /KAFKA_|CONNECT_|KSQL_|CENTER_|REGISTRY_/,
      /^[ \t]*(?:export[ \t]+)?(?:KAFKA_|CONNECT_|SPRING_KAFKA_|SCHEMA_REGISTRY_|KSQL_|CONTROL_CENTER_)/m,
    ],
  ],
  reach: 262_144,
};
