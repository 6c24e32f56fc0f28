import type * as z from 'zod/mini';
import { actionConflict, salesAction } from '../../shared/contract/actions.ts';
import * as api from '../../shared/contract/api.ts';
import * as requests from '../../shared/contract/api-requests.ts';
import * as playbook from '../../shared/contract/playbook-api.ts';
import * as reportRequests from '../../shared/contract/report-requests.ts';
import * as reports from '../../shared/contract/reports.ts';

/** What the description says of a route. */
export interface Operation {
  summary: string;
  query?: z.ZodMiniObject;
  /** Repeating a request with the same `Idempotency-Key` changes nothing. */
  isRepeatable?: true;
  /** A schema of JSON; `text` takes any text, `bytes` any file. */
  body?: z.ZodMiniType | 'text' | 'bytes';
  /** It changes one text, and names the one that it has read. */
  isConditional?: true;
  /** Of an optional part of the body that is not valid, only that part is left out. */
  leavesOut?: true;
  /** Also problems with more fields than the others. */
  answers: Record<number, z.ZodMiniType | 'text'>;
  problems: number[];
}

/** Every route of the API, by path and method. */
export const operations: Record<string, Record<string, Operation>> = {
  '/leads': {
    get: {
      summary: 'Leads, by score',
      query: requests.listQuery,
      answers: { 200: api.leadList },
      problems: [404],
    },
    post: {
      summary: 'Add a person; the lead exists a moment later',
      isRepeatable: true,
      body: requests.newLead,
      leavesOut: true,
      answers: { 202: api.accepted },
      problems: [409],
    },
  },
  '/leads/lookup': {
    post: {
      summary: 'One lead by e-mail address',
      body: requests.lookup,
      answers: { 200: api.leadAnswer },
      problems: [404],
    },
  },
  '/leads/{id}': {
    get: { summary: 'One lead', answers: { 200: api.leadAnswer }, problems: [404] },
    delete: {
      summary: 'Erase a lead and everything its browsers did; safe to repeat',
      answers: { 200: api.receipt },
      problems: [404],
    },
  },
  '/leads/{id}/events': {
    get: {
      summary: 'Timeline of a lead',
      query: requests.eventsQuery,
      answers: { 200: api.timeline },
      problems: [404],
    },
  },
  '/leads/{id}/actions': {
    post: {
      summary: 'Record an action of sales',
      isRepeatable: true,
      body: salesAction,
      answers: { 200: api.leadSummary, 409: actionConflict },
      problems: [404],
    },
  },
  '/playbook': {
    get: {
      summary: 'The playbook that is live, with its files, and what is different in the draft',
      answers: { 200: playbook.playbookAnswer },
      problems: [404],
    },
  },
  '/playbook/versions': {
    get: {
      summary: 'The versions that are or were live, newest first',
      query: playbook.versionsQuery,
      answers: { 200: playbook.versionList },
      problems: [],
    },
  },
  '/playbook/versions/{version}': {
    get: {
      summary: 'One version, with its files',
      answers: { 200: playbook.versionAnswer },
      problems: [404],
    },
  },
  '/playbook/draft/{file}': {
    get: { summary: 'The text of a file in the draft', answers: { 200: 'text' }, problems: [404] },
    put: {
      summary: 'Save a file in the draft that everybody shares',
      isConditional: true,
      body: 'text',
      answers: { 200: playbook.savedAnswer, 412: playbook.overtakenAnswer },
      problems: [404, 409, 413],
    },
    delete: {
      summary: 'Remove a file from the draft; it is gone once the draft is published',
      isConditional: true,
      answers: { 200: playbook.savedAnswer, 412: playbook.overtakenAnswer },
      problems: [404, 409, 413],
    },
  },
  '/playbook/check': {
    post: {
      summary: 'The mistakes in the draft, or in what it would be with another text of one file',
      query: playbook.languageQuery,
      body: playbook.checkRequest,
      answers: { 200: playbook.checkAnswer },
      problems: [404],
    },
  },
  '/playbook/try': {
    post: {
      summary: 'What publishing the draft would do to the leads there are; changes nothing',
      query: playbook.languageQuery,
      answers: { 200: playbook.tryAnswer, 422: playbook.mistakesAnswer },
      problems: [404],
    },
  },
  '/playbook/publish': {
    post: {
      summary: 'Check the draft and make it live, as a new version; safe to repeat',
      query: playbook.languageQuery,
      body: playbook.publishRequest,
      answers: { 200: playbook.publishAnswer, 409: playbook.publishConflict, 422: playbook.mistakesAnswer },
      problems: [404],
    },
  },
  '/playbook/versions/{version}/publish': {
    post: {
      summary: 'Make the files of an older version live again, under a new number; safe to repeat',
      query: playbook.languageQuery,
      body: playbook.publishVersionRequest,
      answers: { 200: playbook.publishAnswer, 409: playbook.publishConflict, 422: playbook.mistakesAnswer },
      problems: [404],
    },
  },
  '/playbook/pictures': {
    post: {
      summary: 'Store a picture without its metadata; safe to repeat',
      body: 'bytes',
      answers: { 200: playbook.pictureAnswer },
      problems: [422],
    },
  },
  '/playbook/discard': {
    post: {
      summary: 'Take back what was changed in a file of the draft: it is as published again',
      body: playbook.discardRequest,
      answers: { 200: playbook.discardAnswer },
      problems: [412],
    },
  },
  '/reports/framework': {
    get: {
      summary: 'Leads in each cell of fit × readiness, now',
      answers: { 200: reports.frameworkReport },
      problems: [],
    },
  },
  '/reports/funnel': {
    get: {
      summary: 'The funnel from name to customer, by week, form, campaign or playbook',
      query: reportRequests.funnelQuery,
      answers: { 200: reports.funnelReport },
      problems: [],
    },
  },
  '/reports/returns': {
    get: {
      summary: 'Why sales returned leads',
      query: reportRequests.periodQuery,
      answers: { 200: reports.returnsReport },
      problems: [],
    },
  },
  '/reports/mails': {
    get: {
      summary: 'What became of each mail and link, and of those who began a sequence',
      query: reportRequests.periodQuery,
      answers: { 200: reports.mailsReport },
      problems: [],
    },
  },
};
