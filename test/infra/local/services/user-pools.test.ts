import { describe, expect, it } from 'vitest';
import { openUserPools } from '../../../../infra/local/services/user-pools.ts';
import { aJournal, aResource } from './builders.ts';

const resources = [
  aResource('AWS::Cognito::UserPool', 'Pool'),
  aResource('AWS::Cognito::UserPoolUser', 'Admin', { Username: 'Admin@kansrijk.test' }),
];
const anna = { UserPoolId: 'pool', Username: 'Anna@kansrijk.test' };

describe('the user pools of the twin', () => {
  it('know the users of the template, and those added since, also after a restart', async () => {
    const journal = aJournal();
    const pools = openUserPools({ resources, journal });
    const heard: string[][] = [];
    pools.onChange((users) => heard.push(users));
    await pools.call('AdminCreateUser', anna);
    const both = ['admin@kansrijk.test', 'anna@kansrijk.test'];
    expect(heard).toEqual([both]);
    expect(openUserPools({ resources, journal }).users()).toEqual(both);
    await pools.call('AdminDeleteUser', anna);
    expect(pools.users()).toEqual(['admin@kansrijk.test']);
  });

  it('refuse what Cognito refuses, with its names for it', async () => {
    const pools = openUserPools({ resources, journal: aJournal() });
    await pools.call('AdminCreateUser', anna);
    await expect(pools.call('AdminCreateUser', anna)).rejects.toThrow('User account already exists');
    await expect(pools.call('AdminDeleteUser', { ...anna, Username: 'x@y.test' })).rejects.toThrow(
      'not exist',
    );
    await expect(pools.call('AdminCreateUser', { ...anna, Username: 'anna' })).rejects.toThrow('be an email');
    await expect(pools.call('AdminCreateUser', { ...anna, UserPoolId: 'x' })).rejects.toThrow('not exist');
    await expect(pools.call('AdminResetUserPassword', anna)).rejects.toThrow('does not run');
  });
});
