import type { FunctionName, Variable } from '../../shared/contract/environment.ts';

/** A value that fits each variable of any function. */
const variables: Record<Variable<FunctionName>, string> = {
  TABLE_NAME: 'bench',
  LATE_QUEUE_URL: 'https://sqs.test/late',
  BUS_NAME: 'bench',
  IDENTITY_KEY: 'bench',
  CHALLENGE: 'on',
  API_KEY_HASHES: 'bench',
  PUBLIC_URL: 'https://kansrijk.test',
  WEBSITE_URL: 'https://website.test',
  SENDER: 'hello@kansrijk.test',
  SALES: 'sales@kansrijk.test',
  MANAGER: 'manager@example.com',
  CONFIGURATION_SET: 'bench',
  SLACK_SECRET: 'bench',
  LANGUAGE: 'en',
  TIME_ZONE: 'Europe/Amsterdam',
  COUNTRY: 'NL',
  RETENTION_DAYS: '400',
  STACK: 'bench',
  ISSUER: 'https://issuer.test',
  CLIENT_ID: 'bench',
  CLIENT_SECRET: 'bench',
  TRUSTS_ADDRESSES: 'on',
  USER_POOL_ID: 'bench',
  ADMINS: 'admin@example.com',
  PLAYBOOK_FUNCTION: 'bench',
  WEBHOOKS: '[]',
};

/** The environment that any handler needs to load. */
export const environment = {
  ...variables,
  PATH: process.env.PATH,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
};
