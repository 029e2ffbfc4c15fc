package io.mirrorcore.jobs.kafka;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that a user of Kafka must be allowed.
 *
 * @param on a topic or group by its name, or transactional ids by their prefix
 * @param operation READ or WRITE, which both bring DESCRIBE with them
 */
public record Right(ResourcePattern on, AclOperation operation) {

  static Right topic(AclOperation operation, String name) {
    return new Right(new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL), operation);
  }

  static Right group(String name) {
    return new Right(
        new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL), AclOperation.READ);
  }

  static Right transactions(String prefix) {
    return new Right(
        new ResourcePattern(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED),
        AclOperation.WRITE);
  }
}
