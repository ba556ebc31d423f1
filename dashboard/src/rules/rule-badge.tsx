/** A rule as the one who says so: its name leads to the rules, its sentence stands beside on hover. */
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts.ts';

export function RuleBadge({ rule }: { rule: { name: string; why: string } }) {
  const { t } = useTexts();
  return (
    <Badge
      variant="outline"
      color="gray"
      c="inherit"
      tt="none"
      radius="sm"
      fw={500}
      title={rule.why}
      miw="max-content"
      style={{ cursor: 'pointer' }}
      renderRoot={(props) => <Link to="/rules" {...props} />}
    >
      {t('value.rule')}: {rule.name}
    </Badge>
  );
}
