import { describe, expect, it } from 'vitest';
import { resources, synthesized } from './synthesized.ts';

const { template } = synthesized();

describe('the API', () => {
  it('has exactly the documented routes', () => {
    const keys = [...resources(template, 'AWS::ApiGatewayV2::Route').values()].map((route) => route.RouteKey);
    expect(keys.sort()).toEqual([
      'ANY /api/{proxy+}',
      'GET /c/{mail}/{n}',
      'GET /confirm/{mail}',
      'GET /console',
      'GET /console/{proxy+}',
      'GET /f/{form}',
      'GET /f/{form}/thanks',
      'GET /handover/{token}',
      'GET /o/{image}',
      'GET /p.gif',
      'GET /pictures/{picture}',
      'GET /preferences/{mail}',
      'GET /t.js',
      'GET /unsubscribe/{mail}',
      'HEAD /c/{mail}/{n}',
      'HEAD /confirm/{mail}',
      'HEAD /console',
      'HEAD /console/{proxy+}',
      'HEAD /handover/{token}',
      'HEAD /o/{image}',
      'HEAD /pictures/{picture}',
      'HEAD /preferences/{mail}',
      'HEAD /unsubscribe/{mail}',
      'POST /confirm/{mail}',
      'POST /console',
      'POST /console/{proxy+}',
      'POST /e',
      'POST /f/{form}',
      'POST /handover/{token}',
      'POST /preferences/{mail}',
      'POST /unsubscribe/{mail}',
    ]);
  });

  it('has the routes of challenges only where they are switched on', () => {
    const on = synthesized({ challenge: true }).template;
    const keys = [...resources(on, 'AWS::ApiGatewayV2::Route').values()].map((route) => route.RouteKey);
    expect(keys).toEqual(expect.arrayContaining(['GET /challenge.js', 'GET /f/{form}/challenge']));
  });

  it('accepts events and forms from any website', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: ['*'],
        AllowMethods: ['GET', 'POST'],
        AllowHeaders: ['content-type', 'idempotency-key', 'kansrijk-visitor'],
      },
    });
  });

  it('throttles requests', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
  });

  it('logs nothing that identifies a person', () => {
    const [stage] = [...resources(template, 'AWS::ApiGatewayV2::Stage').values()];
    const logged = Object.values(JSON.parse(stage.AccessLogSettings.Format)) as string[];
    const allowed =
      /^\$context\.(requestId|requestTime|routeKey|status|response\w+|error\.\w+|integrationErrorMessage)$/;
    expect(logged.filter((field) => !allowed.test(field))).toEqual([]);
  });
});

describe('the public URL', () => {
  const urlOf = (given: ReturnType<typeof synthesized>) =>
    resources(given.template, 'AWS::Lambda::Function').get('FunctionsformsFunction').Environment.Variables
      .PUBLIC_URL;

  it('is the one that AWS assigns', () => {
    expect(urlOf(synthesized())).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^EdgeApi/), 'ApiEndpoint'],
    });
  });

  it('is the company’s own domain, and then the only one', () => {
    const domain = { name: 'leads.example.com', certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/a' };
    const own = synthesized({ domain });
    expect(urlOf(own)).toBe('https://leads.example.com');
    own.template.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    own.template.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  });

  it('is the one in the settings when there is a proxy in front', () => {
    expect(urlOf(synthesized({ publicUrl: 'http://localhost:4600/' }))).toBe('http://localhost:4600');
  });
});
