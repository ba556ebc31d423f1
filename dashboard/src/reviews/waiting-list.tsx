/** All that waits, folded: any of it can be taken up next. */
import { Table } from '@mantine/core';
import { useState } from 'react';
import type { ReviewRow } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Go } from '../parts/link.tsx';
import { DataTable } from '../parts/table.tsx';
import { SourceBadge } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';

type Props = {
  asked: ReviewRow[];
  unsure: ReviewRow[];
  current: string | undefined;
  show: (review: ReviewRow) => void;
};

export function WaitingList({ asked, unsure, current, show }: Props) {
  const { t, name, format } = useTexts();
  const [opened, setOpened] = useState(false);
  const columns = [
    { head: t('waiting.question') },
    { head: t('waiting.candidate') },
    { head: t('waiting.probability'), number: true },
    { head: t('source') },
    { head: t('waiting.kind') },
    { head: t('reviews.asked') },
  ];
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('waiting.title', { count: asked.length + unsure.length })}</summary>
      {opened && (
        <DataTable label={t('waiting.table')} columns={columns} minWidth={700} hover>
          {[...asked, ...unsure].map((review) => (
            <Table.Tr key={review.reviewId} aria-current={review.reviewId === current || undefined}>
              <Table.Td>
                <Go
                  to="/reviews"
                  search={{ review: review.reviewId }}
                  className="rowLink"
                  fw={review.reviewId === current ? 700 : 400}
                  onClick={(event) => {
                    event.preventDefault();
                    show(review);
                  }}
                >
                  {review.title}
                </Go>
              </Table.Td>
              <Table.Td>{review.candidates.map(({ title }) => title).join(', ')}</Table.Td>
              <Table.Td className="number">
                {review.candidates[0]?.probability === undefined ? '' : format.likely(review.candidates[0].probability)}
              </Table.Td>
              <Table.Td>
                <SourceBadge source={review.source} />
              </Table.Td>
              <Table.Td>
                {name('review', review.kind)}
                {review.unsure && ` · ${t('judging.wasUnsure')}`}
              </Table.Td>
              <Table.Td>
                <Ago at={review.openedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </DataTable>
      )}
    </details>
  );
}
