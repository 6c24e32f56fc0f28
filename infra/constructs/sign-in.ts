import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Aws, CfnOutput, type CfnOutputProps, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { Edge } from './edge.ts';
import type { Mail } from './mail.ts';

type Company = NonNullable<Settings['console']>;

interface Props {
  settings: Settings;
  edge: Edge;
  mail: Mail;
}

/** Where people sign in to the console: an OpenID provider of the company, or a user pool of our own. */
export class SignIn extends Construct {
  /** Undefined when there is nobody to sign in, or the company has its own provider. */
  readonly pool: cognito.UserPool | undefined;
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;

  constructor(scope: Construct, id: string, { settings, edge, mail }: Props) {
    super(scope, id);
    const company = settings.console;
    new CfnOutput(this, 'Console', company ? whereItIs(edge.url) : howToGetIt(settings.sender));
    this.issuer = company?.issuer?.url;
    this.clientId = company?.issuer?.clientId;
    if (company === undefined || company.issuer) return;
    this.pool = this.userPool(settings, mail);
    const client = this.client(this.pool, edge.url);
    this.managedLogin(this.pool, client, settings.stackName);
    this.addAdmins(this.pool, company);
    this.issuer = this.pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
  }

  /**
   * People prove who they are with a code by mail or a passkey. CloudFormation wants passwords among the ways as well;
   * nobody can use that one: users are made without a password, and cannot set one.
   */
  private userPool({ stackName, sender }: Settings, mail: Mail): cognito.UserPool {
    const pool = new cognito.UserPool(this, 'Pool', {
      userPoolName: stackName,
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
      passkeyUserVerification: cognito.PasskeyUserVerification.REQUIRED,
      accountRecovery: cognito.AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 32,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      // Cognito itself sends codes of this kind only through SES.
      email: cognito.UserPoolEmail.withSES({
        fromEmail: sender,
        sesVerifiedDomain: domainOf(sender),
        sesRegion: mail.identity.stack.region,
      }),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    pool.node.addDependency(mail.identity);
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'Cognito has no second factor beside codes by mail and passkeys; a passkey is two in one.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason:
          'The Plus plan guards passwords, which nobody has here, and costs as much as the rest together.',
      },
    );
    return pool;
  }

  private client(pool: cognito.UserPool, url: string): cognito.UserPoolClient {
    const { OPENID, EMAIL, PROFILE } = cognito.OAuthScope;
    return pool.addClient('Client', {
      // A public client: PKCE protects the code, and there is no secret to keep.
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OPENID, EMAIL, PROFILE],
        callbackUrls: [`${url}/console/sign-in/back`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // The console reads an id token once, at once; its own session is a cookie.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      // A code by mail may take a while.
      authSessionValidity: Duration.minutes(15),
    });
  }

  private managedLogin(pool: cognito.UserPool, client: cognito.UserPoolClient, stackName: string): void {
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${allowedInDomain(stackName)}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new cognito.CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  private addAdmins(pool: cognito.UserPool, { admins }: Company): void {
    for (const [index, email] of admins.entries()) {
      const attributes = { email, email_verified: 'true' };
      new cognito.CfnUserPoolUser(this, `Admin${index + 1}`, {
        userPoolId: pool.userPoolId,
        username: email,
        messageAction: 'SUPPRESS',
        userAttributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
      });
    }
  }
}

function whereItIs(url: string): CfnOutputProps {
  return { value: `${url}/console`, description: 'Where marketing and sales work' };
}

/** A pool cannot send with an address that SES has not verified, and SES verifies only after the first deployment. */
function howToGetIt(sender: string): CfnOutputProps {
  const command = `aws sesv2 get-email-identity --email-identity ${domainOf(sender)} --query VerifiedForSendingStatus`;
  return {
    value: `Once "${command}" says true, name admins in infra/company.ts and deploy again`,
    description: 'How to get the console',
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Cognito takes lower case only, and none of its own names in a domain. */
function allowedInDomain(name: string): string {
  return name.toLowerCase().replace(/aws|amazon|cognito/g, 'x');
}
