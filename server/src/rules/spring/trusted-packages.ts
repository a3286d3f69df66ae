import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

const KEY = 'spring.json.trusted.packages';
const HEADERS = 'spring.json.use.type.headers';

export const rule: ScopeRule = {
  id: 'spring/trusted-packages',
  summary: 'Whoever can write records chooses the class that is made of them',
  severity: 'warning',
  roles: ['consumer', 'client', 'streams'],
  sources: ['org.springframework.kafka.support.mapping.DefaultJackson2JavaTypeMapper.addTrustedPackages'],
  *check(reader: Reader): Iterable<Report> {
    const own = reader.scope.spring?.own;
    const entry = own?.get(KEY);
    // Without the headers nobody who writes records has a say.
    if (entry?.value.text.trim() !== '*' || own?.get(HEADERS)?.value.text.trim() === 'false') return;
    const message = `${KEY} is *: a header of each record names the class that is made of it. List the packages of your own records.`;
    yield { span: entry.span, message };
  },
};
