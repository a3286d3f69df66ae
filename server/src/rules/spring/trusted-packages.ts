import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

const KEY = 'spring.json.trusted.packages';

export const rule: ScopeRule = {
  id: 'spring/trusted-packages',
  summary: 'Whoever can write records chooses the class that is made of them',
  severity: 'warning',
  roles: ['consumer', 'client', 'streams'],
  sources: ['org.springframework.kafka.support.mapping.DefaultJackson2JavaTypeMapper.addTrustedPackages'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.scope.spring?.own.get(KEY);
    if (entry?.value.text.trim() !== '*') return;
    const message = `${KEY} is *: a header of each record names the class that is made of it. List the packages of your own records.`;
    yield { span: entry.span, message };
  },
};
