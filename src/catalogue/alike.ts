/** Which open questions are alike: the same was found between records of the same two sources, so one answer may do for all. */
import type { Candidate } from '../domain/match.ts';
import type { Db } from '../platform/postgres.ts';

export type Question = { reviewId: string; source: string; title: string; candidates: Candidate[] };
export type AlikeReview = {
  reviewId: string;
  title: string;
  source: string;
  otherTitle: string;
  otherSource: string;
  probability: number;
};

/** Further apart, two questions are no more one decision. */
const nearBy = 0.1;
const most = 200;
/** Of the newest questions between two sources so many are looked at. */
const mostRead = 5000;

/** The open questions that are decided like this one, the likest first. */
export async function readAlike(db: Db, question: Question): Promise<AlikeReview[]> {
  const other = otherSource(question);
  if (question.candidates.length !== 1 || other === null) return [];
  const { rows } = await db.query<Question>({
    name: 'reviews-alike',
    text: `select review_id as "reviewId", source, title, candidates from review
            where status = 'open' and kind = 'match' and review_id <> $1
              and ((source = $2 and starts_with(other_id, $3 || '|')) or (source = $3 and starts_with(other_id, $2 || '|')))
            order by opened_at desc, review_id limit ${mostRead}`,
    values: [question.reviewId, question.source, other],
  });
  return alikeOf(question, rows);
}

/** Of other questions between the same sources those for which the same was found, with nearly the same probability. */
export function alikeOf(question: Question, others: readonly Question[]): AlikeReview[] {
  const found = pattern(question);
  const probability = question.candidates[0]?.probability ?? 0;
  const away = (one: AlikeReview) => Math.abs(one.probability - probability);
  return others
    .flatMap((each): AlikeReview[] => {
      const [candidate] = each.candidates;
      const other = otherSource(each);
      if (!candidate || each.candidates.length !== 1 || other === null || pattern(each) !== found) return [];
      const { reviewId, title, source } = each;
      const row = { reviewId, title, source, otherTitle: candidate.title, otherSource: other };
      return [{ ...row, probability: candidate.probability ?? 0 }];
    })
    .filter((row) => away(row) <= nearBy)
    .sort((a, b) => away(a) - away(b) || (a.reviewId < b.reviewId ? -1 : 1))
    .slice(0, most);
}

function otherSource({ candidates }: Question): string | null {
  const id = candidates[0]?.recordId;
  return id === undefined ? null : (id.split('|')[0] ?? null);
}

/** The features and what each found, without the words it was found in. */
function pattern({ source, candidates }: Question): string {
  const [candidate] = candidates;
  const sources = [source, candidate?.recordId?.split('|')[0] ?? ''].sort();
  const levels = (candidate?.evidence ?? []).map(({ feature, detail }) => `${feature}=${detail.split(': ')[0]}`).sort();
  return [...sources, ...levels].join('\n');
}
