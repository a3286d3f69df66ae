// Imported when mocha's globals are there.
import './host.test';
import './findings.test';
