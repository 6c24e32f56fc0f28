import { personName } from '../../../domain/handover/dossier/person-name.ts';
import { instantOf } from '../../../domain/identity/directory/row.ts';
import { csvOf } from '../../csv.ts';
import { consoleWords } from '../words.ts';
import type { LeadsProps } from './props.ts';
import { nameOf } from './rows.tsx';
import { whyHere } from './why.ts';
import { leadsWords } from './words.ts';

/** The leads as a CSV file, with times in UTC. */
export function leadsCsv(props: Pick<LeadsProps, 'language' | 'playbook' | 'leads'>): string {
  const { language, playbook, leads } = props;
  const { columns, facets, inFile, ...words } = leadsWords[language];
  const head = [
    ...[inFile.id, inFile.email, inFile.name, inFile.company, inFile.phone],
    ...[columns.score, facets.band, columns.stage, columns.fit, columns.readiness, columns.owner],
    ...[inFile.form, inFile.campaign, columns.activity, columns.why],
  ];
  const rows = leads.map((lead) => {
    const { row, email, values } = lead;
    const owner = row.owner && personName(playbook.sales?.team ?? {}, row.owner);
    return [
      ...[row.id, email, nameOf(values), values.company, values.phone],
      ...[row.score, words.bands[row.band], consoleWords[language].stages[row.stage], words.fits[row.fit]],
      ...[words.readinesses[row.readiness], owner, row.form, row.campaign],
      ...[instantOf(row.activeAt), whyHere(props, lead, instantOf)],
    ];
  });
  return csvOf(head, rows);
}
