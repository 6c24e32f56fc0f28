import { describe, expect, it } from 'vitest';
import { permissionsOf } from './permission-lines.ts';
import { resources, synthesized } from './synthesized.ts';

const only = (template: ReturnType<typeof synthesized>['template'], type: string) => [
  ...resources(template, type).values(),
];

describe('the sign-in of a company without an issuer', () => {
  const { template } = synthesized({ stackName: 'MyAWS-test', console: { admins: ['ada@example.com'] } });
  const [pool] = only(template, 'AWS::Cognito::UserPool');
  const [client] = only(template, 'AWS::Cognito::UserPoolClient');

  it('is a pool in which nobody adds themselves, with codes by mail and passkeys', () => {
    expect(pool.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool.UserPoolTier).toBe('ESSENTIALS');
    expect(pool.Policies.SignInPolicy.AllowedFirstAuthFactors).toEqual(
      expect.arrayContaining(['EMAIL_OTP', 'WEB_AUTHN']),
    );
    expect(pool.EmailConfiguration.EmailSendingAccount).toBe('DEVELOPER');
  });

  it('lets nobody set a password', () => {
    expect(pool.AccountRecoverySetting.RecoveryMechanisms).toEqual([{ Name: 'admin_only', Priority: 1 }]);
    expect(client.ExplicitAuthFlows.join()).not.toContain('PASSWORD');
    for (const user of only(template, 'AWS::Cognito::UserPoolUser'))
      expect(Object.keys(user)).not.toContain('TemporaryPassword');
  });

  it('knows one client, without a secret, for codes only, which comes back to one address', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(client.CallbackURLs).toHaveLength(1);
    expect(JSON.stringify(client.CallbackURLs)).toContain('/console/sign-in/back');
  });

  it('has the first admins, whose addresses count as verified', () => {
    expect(only(template, 'AWS::Cognito::UserPoolUser')).toMatchObject([
      { Username: 'ada@example.com', MessageAction: 'SUPPRESS' },
    ]);
  });

  it('has a domain that no other stack of any account has, with nothing in it that Cognito refuses', () => {
    const [domain] = only(template, 'AWS::Cognito::UserPoolDomain');
    expect(domain.ManagedLoginVersion).toBe(2);
    expect(domain.Domain).toEqual({ 'Fn::Join': ['', ['myx-test-', { Ref: 'AWS::AccountId' }]] });
  });
});

describe('the sign-in of a company with an issuer', () => {
  const issuer = { url: 'https://accounts.google.com', clientId: 'id', clientSecret: 'kansrijk/google' };
  const { template } = synthesized({ console: { admins: ['ada@example.com'], issuer } });

  it('makes no pool, and reads only its own secret', () => {
    expect(only(template, 'AWS::Cognito::UserPool')).toEqual([]);
    const may = permissionsOf(template, 'console').join('\n');
    expect(may).not.toContain('cognito');
    expect(may).toContain('secretsmanager:GetSecretValue on secret:kansrijk/google-??????');
  });
});

describe('what a deployment prints of the console', () => {
  const printed = (changes: Parameters<typeof synthesized>[0]) => {
    const outputs = Object.entries(synthesized(changes).template.findOutputs('*'));
    return outputs.flatMap(([name, { Value }]) => (name.startsWith('SignInConsole') ? [Value] : []));
  };

  it('is where it is', () => {
    const [where] = printed({ publicUrl: 'https://leads.example.com' });
    expect(where).toBe('https://leads.example.com/console');
  });

  it('is what is still to be done for it, when nobody is named yet', () => {
    const [step] = printed({ console: undefined, sender: 'hello@mail.example.com' });
    expect(step).toContain('--email-identity mail.example.com --query VerifiedForSendingStatus');
    expect(step).toContain('deploy again');
  });
});

describe('a company that names no admins yet', () => {
  it('has no console and no pool', () => {
    const { template } = synthesized({ console: undefined });
    expect(only(template, 'AWS::Cognito::UserPool')).toEqual([]);
    const routes = only(template, 'AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey);
    expect(routes.join()).not.toContain('console');
  });
});
