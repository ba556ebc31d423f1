/** Evidence as a waterfall of signed contributions in bits, with the same in words and numbers. */
import { Table, Text } from '@mantine/core';
import type { ReviewRow } from '../../../src/api/contract.ts';
import { DataTable } from '../parts/table.tsx';
import { useTexts } from '../texts.ts';
import { type Step, sidesOf, type Waterfall, waterfallOf } from './waterfall.ts';

type Candidate = ReviewRow['candidates'][number];

export function Evidence({ candidate: { title, evidence, probability } }: { candidate: Candidate }) {
  const { t, name, format } = useTexts();
  const fall = waterfallOf(evidence, probability);
  const columns = [
    { head: t('evidence.feature') },
    { head: t('evidence.weight'), number: true, hint: t('evidence.bits') },
    { head: t('evidence.detail') },
    { head: t('evidence.course') },
  ];
  const isFor = fall.sum >= 0;
  return (
    <DataTable label={t('evidence.title', { title })} columns={columns} minWidth={520}>
      {fall.steps.map((step) => (
        <Table.Tr key={`${step.feature}|${step.level}|${step.words}`}>
          <Table.Th scope="row">
            {step.feature === null ? t('evidence.before') : name('feature', step.feature)}
          </Table.Th>
          <Table.Td className="number">{format.signed(step.weight)}</Table.Td>
          <Table.Td>
            <Words step={step} />
          </Table.Td>
          <Table.Td w="30%" miw={140}>
            <Bar fall={fall} from={step.from} to={step.to} />
          </Table.Td>
        </Table.Tr>
      ))}
      <Table.Tr fw={700}>
        <Table.Th scope="row">{t('evidence.sum')}</Table.Th>
        <Table.Td className="number">{format.signed(fall.sum)}</Table.Td>
        <Table.Td fw={400}>
          {probability === undefined
            ? t(isFor ? 'evidence.for' : 'evidence.against')
            : t('evidence.probability', { probability: format.likely(probability) })}
        </Table.Td>
        <Table.Td>
          <Bar fall={fall} from={0} to={fall.sum} />
        </Table.Td>
      </Table.Tr>
    </DataTable>
  );
}

function Words({ step: { feature, level, words } }: { step: Step }) {
  const { t, name } = useTexts();
  if (feature === null)
    return (
      <Text size="sm" c="dimmed">
        {t('evidence.beforeHint')}
      </Text>
    );
  const found = () => {
    const sides = sidesOf(words);
    if (sides === null) return words;
    if ('bits' in sides) return t('evidence.amount', { count: sides.bits });
    const side = (text: string) => (text === 'none' ? t('evidence.none') : text);
    return t('evidence.both', { left: side(sides.left), right: side(sides.right) });
  };
  return (
    <>
      {name('level', level)}
      {words !== '' && (
        <Text span size="sm" c="dimmed">
          {` · ${found()}`}
        </Text>
      )}
    </>
  );
}

/** From where the odds stood to where they stand; the line is even odds. The numbers beside it say the same. */
function Bar({ fall: { least, most }, from, to }: { fall: Waterfall; from: number; to: number }) {
  const width = Math.max(most - least, 1);
  const x = (bits: number) => ((bits - least) / width) * 100;
  return (
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" width="100%" height="14" aria-hidden className="waterfall">
      <line x1={x(0)} x2={x(0)} y1="0" y2="14" />
      <rect
        x={Math.min(x(from), x(to))}
        y="2"
        width={Math.max(Math.abs(x(to) - x(from)), 0.6)}
        height="10"
        className={to < from ? 'against' : 'for'}
      />
    </svg>
  );
}
