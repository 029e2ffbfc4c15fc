package io.mirrorcore.e2e;

import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.kafka.Right;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** All that a user of a {@link SecureBroker} may do, to the letter. */
final class Grants implements AutoCloseable {

  private static final String ANYWHERE = "*";

  private final Admin admin;
  private final String principal;
  private final AclBindingFilter mine;

  Grants(SecureBroker broker, String user) {
    admin = Admin.create(Map.of("bootstrap.servers", broker.open()));
    principal = "User:" + user;
    mine =
        new AclBindingFilter(
            ResourcePatternFilter.ANY,
            new AccessControlEntryFilter(principal, null, AclOperation.ANY, AclPermissionType.ANY));
  }

  AclBinding allow(Right right) {
    return binding(right, AclPermissionType.ALLOW);
  }

  AclBinding deny(Right right) {
    return binding(right, AclPermissionType.DENY);
  }

  private AclBinding binding(Right right, AclPermissionType type) {
    return new AclBinding(
        right.on(), new AccessControlEntry(principal, ANYWHERE, right.operation(), type));
  }

  /** Takes away and grants until these and no others are in force at the broker. */
  void are(Collection<AclBinding> wanted) throws Exception {
    Set<AclBinding> before = inForce();
    Set<AclBinding> after = new HashSet<>(wanted);
    List<AclBindingFilter> surplus =
        before.stream()
            .filter(binding -> !after.contains(binding))
            .map(AclBinding::toFilter)
            .toList();
    admin.deleteAcls(surplus).all().get();
    admin
        .createAcls(after.stream().filter(binding -> !before.contains(binding)).toList())
        .all()
        .get();
    await().forever().until(() -> inForce().equals(after));
  }

  /** As the broker's own authorizer has them. */
  private Set<AclBinding> inForce() throws Exception {
    return new HashSet<>(admin.describeAcls(mine).values().get());
  }

  @Override
  public void close() {
    admin.close();
  }
}
