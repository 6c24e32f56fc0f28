import { type LeadIn, move } from '../../../shared/domain/handover/transitions.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { NOW } from '../builders.ts';

/** Never run: `tsc` fails when one of these compiles. */
export function impossible(name: LeadIn<'name'>, mql: LeadIn<'mql'>, sal: LeadIn<'sal'>, any: Lead): unknown {
  return [
    // @ts-expect-error A name never reaches sales.
    move('hand-over', name, NOW),
    // @ts-expect-error Sales cannot qualify a lead that it has not accepted.
    move('qualify', mql, NOW),
    // @ts-expect-error A deal needs an opportunity first.
    move('won', sal, NOW),
    // @ts-expect-error Without a known stage no transition is allowed.
    move('accept', any, NOW),
    // @ts-expect-error There is no such transition.
    move('skip', mql, NOW),
    // @ts-expect-error It does not stay an MQL.
    move('accept', mql, NOW) satisfies LeadIn<'mql'>,
    move('accept', mql, NOW) satisfies LeadIn<'sal'>,
  ];
}
