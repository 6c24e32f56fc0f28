import { Function as AnyFunction } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import type { Edge } from '../edge.ts';
import type { Functions } from '../functions.ts';
import type { AlarmProps } from './alarm.ts';

const period = Duration.minutes(5);

/** What goes wrong while somebody waits for an answer. */
export function requestAlarms(edge: Edge, { all }: Functions): AlarmProps[] {
  return [
    {
      heading: 'Visits are not recorded',
      means: 'What visitors do on the website is lost, so leads stay colder than they are.',
      metric: all.track.metricErrors({ period }),
      above: 4,
    },
    {
      heading: 'Forms fail',
      means: 'People who fill in a form see an error, and the company does not hear of them.',
      metric: all.forms.metricErrors({ period }),
      above: 0,
    },
    {
      heading: 'Dossiers do not open',
      means: 'Sales clicks the link in a notification and sees an error instead of the dossier.',
      metric: all.handover.metricErrors({ period }),
      above: 0,
    },
    {
      heading: 'The API fails',
      means: 'A CRM or product cannot read or write leads.',
      metric: all.api.metricErrors({ period }),
      above: 0,
    },
    {
      heading: 'The edge fails',
      means: 'Requests of any kind fail before or after a function: visits, forms, dossiers and the API.',
      metric: edge.api.metricServerError({ period }),
      above: 9,
    },
    {
      heading: 'Functions are throttled',
      means:
        'The account runs as many functions as it may: visitors wait or get errors, scoring comes later.',
      metric: AnyFunction.metricAllThrottles({ period }),
      above: 0,
      periods: 2,
    },
  ];
}
