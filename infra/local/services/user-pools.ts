import { randomUUID } from 'node:crypto';
import type { Journal } from '../storage/journal.ts';
import type { Resource } from '../template/resource.ts';
import { type Service, ServiceError } from './service.ts';

interface UserPoolsContext {
  resources: readonly Resource[];
  journal: Journal;
}

export interface UserPools extends Service {
  /** The addresses in all pools, those of the template first. */
  users(): string[];
  /** Called when somebody was added or removed. */
  onChange(listener: (users: string[]) => void): void;
}

/** Cognito, as far as the functions call it. The issuer plays its sign-in. */
export function openUserPools({ resources, journal }: UserPoolsContext): UserPools {
  const pools = resources.filter(({ type }) => type === 'AWS::Cognito::UserPool');
  const ofTemplate = resources
    .filter(({ type }) => type === 'AWS::Cognito::UserPoolUser')
    .map(({ properties }) => String(properties.Username).toLowerCase());
  const listeners: ((users: string[]) => void)[] = [];
  const added = (): string[] => JSON.parse(journal.setting(SETTING) ?? '[]');
  const users = () => [...new Set([...ofTemplate, ...added()])];

  function store(emails: string[]): void {
    journal.setSetting(SETTING, JSON.stringify(emails));
    for (const listener of listeners) listener(users());
  }

  return {
    name: 'cognito-idp',
    users,
    onChange: (listener) => void listeners.push(listener),
    async call(operation, { UserPoolId: pool, Username: name, UserAttributes = [] }) {
      if (!pools.some(({ ref }) => ref === pool))
        throw new ServiceError('ResourceNotFoundException', `User pool ${pool} does not exist.`);
      const email = String(name).toLowerCase();
      const isThere = users().includes(email);
      switch (operation) {
        case 'AdminCreateUser': {
          if (!email.includes('@'))
            throw new ServiceError('InvalidParameterException', 'Username should be an email.');
          if (isThere) throw new ServiceError('UsernameExistsException', 'User account already exists');
          store([...added(), email]);
          const user = { Username: randomUUID(), Attributes: UserAttributes, Enabled: true };
          return { User: { ...user, UserStatus: 'CONFIRMED' } };
        }
        case 'AdminDeleteUser':
          if (!isThere) throw new ServiceError('UserNotFoundException', 'User does not exist.');
          store(added().filter((one) => one !== email));
          return {};
        default:
          throw new ServiceError(
            'InvalidParameterException',
            `The twin does not run ${operation} of Cognito`,
          );
      }
    },
  };
}

const SETTING = 'users of pools';
