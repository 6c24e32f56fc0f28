import { Function as AnyFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { functions } from '../../functions.ts';
import type { Edge } from '../edge.ts';
import type { Functions } from '../functions.ts';
import type { AlarmProps } from './alarm.ts';
import { countLines } from './counted-lines.ts';

const period = Duration.minutes(5);

const rightsRoutes = ['confirm', 'unsubscribe', 'preferences']
  .map((page) => `($.route = "* /${page}/*")`)
  .join(' || ');

/**
 * Alarms about requests, where a client waits for a response. Functions respond with an apology where they can,
 * which is no error to Lambda, so responses are counted by status.
 */
export function requestAlarms(namespace: string, edge: Edge, { all }: Functions): AlarmProps[] {
  const responses = (name: string, like: string) => countLines([edge.accessLog], { name, namespace, like });
  return [
    {
      heading: 'Visits are not recorded',
      means: 'What visitors do on the website is lost, so leads stay colder than they are.',
      // The pixel returns its image whatever happens.
      metric: countLines([all.track.logGroup], {
        name: 'VisitsLost',
        namespace,
        like: '{ $.level = "ERROR" }',
      }),
      above: 4,
    },
    {
      heading: 'Forms fail',
      means: 'People who fill in a form see an apology, and the company does not hear of them.',
      metric: responses('FormsFailed', '{ ($.status = "5*") && ($.route = "* /f/*") }'),
    },
    {
      heading: 'People cannot unsubscribe',
      means: 'Somebody who confirms, unsubscribes or asks for erasure sees an apology instead.',
      metric: responses('RightsFailed', `{ ($.status = "5*") && (${rightsRoutes}) }`),
    },
    {
      heading: 'Dossiers and the console do not open',
      means: 'Sales and marketing see an apology instead of the dossier or the page they asked for.',
      metric: responses(
        'DossiersFailed',
        '{ ($.status = "5*") && (($.route = "* /handover/*") || ($.route = "* /console*")) }',
      ),
    },
    {
      heading: 'The API fails',
      means: 'A CRM or product cannot read or write leads.',
      metric: responses('ApiFailed', '{ ($.status = "5*") && ($.route = "* /api/*") }'),
    },
    {
      heading: 'The playbook does not answer',
      means: 'Marketers cannot check, try out or publish what they change; what is live stays live.',
      // Taking too long and running out of memory are errors too.
      metric: all.playbook.metricErrors({ period }),
    },
    {
      heading: 'The playbook is slow',
      means: 'Marketers wait long for what they check or publish; soon it is broken off.',
      metric: all.playbook.metricDuration({ period, statistic: 'Maximum' }),
      above: functions.playbook.seconds * 800,
    },
    {
      heading: 'The edge fails',
      means: 'Requests of any kind fail before or after a function: visits, forms, dossiers and the API.',
      metric: edge.api.metricServerError({ period }),
      above: 9,
    },
    {
      heading: 'The edge turns people away',
      means: 'There are more requests than the settings allow: visits are lost and forms do not open.',
      metric: responses('TurnedAway', '{ $.status = "429" }'),
      above: 9,
    },
    {
      heading: 'Functions are throttled',
      means:
        'The account runs as many functions as it may: visitors wait or get errors, scoring comes later.',
      metric: AnyFunction.metricAllThrottles({ period }),
      periods: 2,
    },
  ];
}
