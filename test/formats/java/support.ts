import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';

/** The document of statements in a method of a class that imports what they need. */
export function parseJava(members: string): ConfigDocument {
  const text = `${HEAD}class Orders {\n${members}\n}\n`;
  const document = parseDocument({ uri: 'file:///project/Orders.java', path: '/project/Orders.java', text });
  assert.ok(document);
  return document;
}

const HEAD = `package com.example;

import java.time.Duration;
import java.util.*;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;

`;
