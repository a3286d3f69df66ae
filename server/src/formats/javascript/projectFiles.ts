import { projectFiles } from '../code/projectFiles';
import { readFile } from './declarations';
import { filesNamed } from './wanted';

export const filesOf = projectFiles({ read: (text) => readFile(text, 'ts'), named: filesNamed });
