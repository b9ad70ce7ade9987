import { expect, it } from 'vitest';

import { splitMeasures } from './measure-links';

const reference = (key: string, fieldKey: string) => ({ fieldKey, record: { form: { key } } });

it('takes apart what belongs to a record from what merely mentions it', () => {
  const own = reference('measures', 'source');
  const mention = reference('measures', '$links');
  const incident = reference('incidents', 'source');
  expect(splitMeasures([incident, own, mention])).toEqual([[own], [incident, mention]]);
});
