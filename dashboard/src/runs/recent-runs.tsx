/** The last runs: how each ended, how long it took, what it brought. */
import { Table } from '@mantine/core';
import type { Run } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Go } from '../parts/link.tsx';
import { runTones, State } from '../parts/state.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';
import { progressOf, sumOf } from './progress.ts';

export function RecentRuns({ runs }: { runs: Run[] }) {
  const { t, name, format } = useTexts();
  const columns = [
    { head: t('run.started') },
    { head: t('run.trigger') },
    { head: t('run.state') },
    { head: t('run.duration'), number: true },
    { head: t('run.pagesHead'), number: true },
    { head: name('count', 'created'), hint: name('countHint', 'created'), number: true },
    { head: name('count', 'updated'), hint: name('countHint', 'updated'), number: true },
    { head: name('count', 'failed'), hint: name('countHint', 'failed'), number: true },
  ];
  return (
    <DataTable label={t('overview.recent')} columns={columns} minWidth={680} hover>
      {runs.map((run) => {
        const sum = sumOf(run.sources);
        const seconds = run.finishedAt ? (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000 : null;
        return (
          <Table.Tr key={run.runId}>
            <Table.Td>
              <Go to="/runs/$runId" params={{ runId: run.runId }} className="rowLink" inherit>
                <Ago at={run.startedAt} />
              </Go>
            </Table.Td>
            <Table.Td>{name('trigger', run.trigger)}</Table.Td>
            <Table.Td>
              <State tone={runTones[run.status]}>{name('run', run.status)}</State>
            </Table.Td>
            <NumberCell>{seconds === null ? '' : format.duration(seconds)}</NumberCell>
            <NumberCell>{format.number(progressOf(sum).done)}</NumberCell>
            <NumberCell>{format.number(sum.created)}</NumberCell>
            <NumberCell>{format.number(sum.updated)}</NumberCell>
            <NumberCell>{format.number(sum.failed + sum.broken)}</NumberCell>
          </Table.Tr>
        );
      })}
    </DataTable>
  );
}
