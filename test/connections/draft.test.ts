import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ClusterStep, clusterSteps } from '../../client/src/connections/clusterSteps';
import { connectionFrom, type Draft, draftOf } from '../../client/src/connections/draft';
import { type Answer, runSteps, type StepPlace } from '../../client/src/connections/runSteps';
import { readClusterSettings } from '../../server/src/connection/validate';
import { CERTIFICATE, PRIVATE_KEY } from './support/pem';

const FILES: Readonly<Record<string, string>> = { '/ca.pem': CERTIFICATE, '/me.pem': CERTIFICATE + PRIVATE_KEY };

interface Talk {
  readonly draft: Draft | undefined;
  readonly places: readonly string[];
  readonly prompts: readonly string[];
}

/** Gives one answer after another; `<` goes back, `!` gives up, and an empty answer takes what is there. */
async function talk(
  answers: readonly string[],
  initial = draftOf({}, {}),
  taken: readonly string[] = [],
): Promise<Talk> {
  const places: string[] = [];
  const prompts: string[] = [];
  const left = [...answers];
  const ask = async (step: ClusterStep, draft: Draft, { step: number, total }: StepPlace): Promise<Answer<Draft>> => {
    places.push(`${number}/${total}`);
    prompts.push(step.prompt);
    const said = left.shift();
    if (said === '<') return 'back';
    if (said === '!') return 'cancel';
    return { draft: take(step, draft, said || step.value(draft)) };
  };
  return { draft: await runSteps(clusterSteps(taken), initial, ask), places, prompts };
}

function take(step: ClusterStep, draft: Draft, text: string): Draft {
  if (step.kind === 'choice') {
    assert.ok(
      step.choices(draft).some(({ value }) => value === text),
      `${text} is no choice of ${step.prompt}`,
    );
    return step.set(draft, text);
  }
  const content = FILES[text] ?? '';
  assert.equal(step.validate(step.kind === 'file' ? content : text), undefined, step.prompt);
  return step.set(draft, text, content);
}

const filledIn = async (...answers: readonly string[]) => {
  const { draft } = await talk(answers);
  assert.ok(draft);
  const whole = connectionFrom(draft);
  assert.deepEqual(readClusterSettings(JSON.parse(JSON.stringify(whole.settings))), { value: whole.settings });
  return whole;
};

describe('adding a cluster', () => {
  it('takes three answers where there is no security', async () => {
    const { draft, places } = await talk([' dev ', 'a:1, b:2', 'PLAINTEXT']);
    assert.deepEqual(places, ['1/3', '2/3', '3/3']);
    assert.deepEqual(draft && connectionFrom(draft), {
      settings: { name: 'dev', bootstrapServers: ['a:1', 'b:2'], securityProtocol: 'PLAINTEXT' },
      secrets: {},
    });
  });

  it('asks for user and password, which settings do not have', async () => {
    assert.deepEqual(await filledIn('prod', 'a:1', 'SASL_SSL', 'system', 'none', 'SCRAM-SHA-512', 'alice', 'p w'), {
      settings: {
        name: 'prod',
        bootstrapServers: ['a:1'],
        securityProtocol: 'SASL_SSL',
        sasl: { mechanism: 'SCRAM-SHA-512', username: 'alice' },
      },
      secrets: { password: 'p w' },
    });
  });

  it('asks for PEM files of mutual TLS, the key first sought where the certificate is', async () => {
    assert.deepEqual(await filledIn('prod', 'a:1', 'SSL', 'file', '/ca.pem', 'file', '/me.pem', ''), {
      settings: {
        name: 'prod',
        bootstrapServers: ['a:1'],
        securityProtocol: 'SSL',
        tls: { caFile: '/ca.pem', certificateFile: '/me.pem', keyFile: '/me.pem' },
      },
      secrets: {},
    });
  });

  it('asks for client credentials', async () => {
    const answers = ['prod', 'a:1', 'SASL_PLAINTEXT', 'OAUTHBEARER', 'https://x/token', 'id', 's3cret', 'kafka'];
    const { settings, secrets } = await filledIn(...answers);
    assert.deepEqual(settings.sasl, {
      mechanism: 'OAUTHBEARER',
      tokenEndpoint: 'https://x/token',
      clientId: 'id',
      scope: 'kafka',
    });
    assert.deepEqual(secrets, { clientSecret: 's3cret' });
  });

  it('goes back over needless questions, keeps what was said and counts anew', async () => {
    const { draft, places, prompts } = await talk(['dev', 'a:1', 'SASL_PLAINTEXT', '<', 'PLAINTEXT']);
    assert.deepEqual(places, ['1/3', '2/3', '3/3', '4/6', '3/6']);
    assert.equal(prompts[2], prompts[4]);
    assert.equal(draft?.servers, 'a:1');
  });

  it('ends when a person gives up, and stays at the first question on going back', async () => {
    assert.equal((await talk(['dev', '!'])).draft, undefined);
    assert.deepEqual((await talk(['<', '!'])).places, ['1/3', '1/3']);
  });

  it('wants a name that no other cluster has', () => {
    const [name] = clusterSteps(['prod']);
    assert.ok(name?.kind === 'text');
    assert.match(name.validate('prod') ?? '', /There is a cluster prod already/);
    assert.equal(name.validate('prod 2'), undefined);
  });
});

describe('editing a cluster', () => {
  const secrets = {
    password: 'p',
    ca: CERTIFICATE,
    certificate: CERTIFICATE,
    privateKey: PRIVATE_KEY,
    keyPassphrase: 'k',
  };
  const settings = {
    name: 'prod',
    bootstrapServers: ['a:1', 'b:2'],
    securityProtocol: 'SASL_SSL',
    sasl: { mechanism: 'PLAIN', username: 'u' },
    tls: { verifyHostname: false },
  } as const;

  it('changes nothing when every answer stays', async () => {
    const { draft } = await talk([], draftOf(settings, secrets));
    assert.deepEqual(draft && connectionFrom(draft), { settings, secrets });
    const oauth = {
      name: 'o',
      bootstrapServers: ['a:1'],
      securityProtocol: 'SASL_PLAINTEXT',
      sasl: {
        mechanism: 'OAUTHBEARER',
        tokenEndpoint: 'https://x/t',
        clientId: 'c',
        scope: 's',
        extensions: { a: 'b' },
        urlEncode: true,
      },
    } as const;
    assert.deepEqual(connectionFrom(draftOf(oauth, { clientSecret: 's' })), {
      settings: oauth,
      secrets: { clientSecret: 's' },
    });
  });

  it('drops settings and secrets that the new way does not use', async () => {
    const draft = { ...draftOf(settings, secrets), securityProtocol: 'PLAINTEXT' as const };
    assert.deepEqual(connectionFrom(draft), {
      settings: { name: 'prod', bootstrapServers: ['a:1', 'b:2'], securityProtocol: 'PLAINTEXT' },
      secrets: {},
    });
    const system = connectionFrom({ ...draftOf(settings, secrets), trust: 'system', identity: 'none' });
    assert.deepEqual(system.secrets, { password: 'p' });
  });
});
