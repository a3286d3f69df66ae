import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { CONNECT_WORKER_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/unpinned-image',
  summary: 'The release of Kafka changes whenever the image is pulled',
  severity: 'hint',
  roles: [...SERVER_ROLES, ...CONNECT_WORKER_ROLES],
  sources: ['Docker documentation, image references (the default tag is latest)'],
  *check(reader: Reader): Iterable<Report> {
    const image = reader.scope.container?.image;
    if (!image?.name || !/^[\w./-]+(?::latest)?$/.test(image.text)) return;
    const message = `${image.text} is another Kafka after each release: a pull can upgrade a node, and no pull undoes it. Pin a version.`;
    yield { span: image.span, message };
  },
};
