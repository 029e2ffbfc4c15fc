package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mirrorcore.cluster.PrometheusReporter;
import io.mirrorcore.jobs.PipelineJob;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The files for Kubernetes and compose: valid by the schemas of those who read them, and in every
 * value that stands in the code as well the same. Topics and user are in StrimziTest.
 */
class ManifestsTest {

  private static final Path DEPLOY = Path.of("../../deploy");
  private static final Path KUBERNETES = DEPLOY.resolve("kubernetes");
  private static final Path COMPOSE = DEPLOY.resolve("compose");
  private static final String DEPLOYMENT_SCHEMA = "flinkdeployment-crd-1.15.0.yml.gz";
  private static final String SNAPSHOT_SCHEMA = "flinkstatesnapshot-crd-1.15.0.yml.gz";
  private static final String JAR = "/opt/flink/usrlib/mirrorcore-jobs.jar";
  private static final YAMLMapper YAML = new YAMLMapper();

  private static ObjectNode kubernetes(String file) throws IOException {
    return (ObjectNode) YAML.readTree(KUBERNETES.resolve(file).toFile());
  }

  /** With its anchors and merges resolved. */
  private static ObjectNode compose() throws IOException {
    Object loaded =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(COMPOSE.resolve("compose.yaml")));
    return YAML.valueToTree(loaded);
  }

  @Test
  void areTakenByThoseWhoReadThem() throws IOException {
    assertThat(
            ManifestSchema.ofResource(DEPLOYMENT_SCHEMA).faults(kubernetes("flinkdeployment.yaml")))
        .isEmpty();
    assertThat(ManifestSchema.ofResource(SNAPSHOT_SCHEMA).faults(kubernetes("savepoint.yaml")))
        .isEmpty();
    assertThat(ManifestSchema.ofCompose().faults(compose())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/spec, flinkVersion, v2_3",
    "/spec/job, upgradMode, last-state",
    "/spec/job, parallelism, two",
    "/spec/podTemplate/spec/securityContext, runAsNonroot, true",
  })
  void aBrokenDeploymentIsRefused(String place, String field, String value) throws IOException {
    ObjectNode broken = kubernetes("flinkdeployment.yaml");
    ((ObjectNode) broken.at(place)).put(field, value);
    assertThat(ManifestSchema.ofResource(DEPLOYMENT_SCHEMA).faults(broken)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/spec/savepoint, formatType, FAST", "/spec, savepont, x"})
  void aBrokenSavepointIsRefused(String place, String field, String value) throws IOException {
    ObjectNode broken = kubernetes("savepoint.yaml");
    ((ObjectNode) broken.at(place)).put(field, value);
    assertThat(ManifestSchema.ofResource(SNAPSHOT_SCHEMA).faults(broken)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/services/kafka, imagge, x", "/services/taskmanager, ports, 8081"})
  void aBrokenCompositionIsRefused(String place, String field, String value) throws IOException {
    ObjectNode broken = compose();
    ((ObjectNode) broken.at(place)).put(field, value);
    assertThat(ManifestSchema.ofCompose().faults(broken)).isNotEmpty();
  }

  @Test
  void theReporterIsSetAsTheClusterSetsIt() throws IOException {
    Map<String, String> expected = PrometheusReporter.settings("9249");
    assertThat(metrics(strings(kubernetes("flinkdeployment.yaml").at("/spec/flinkConfiguration"))))
        .isEqualTo(expected);
    for (String service : List.of("jobmanager", "taskmanager")) {
      assertThat(metrics(flinkOf(service))).as(service).isEqualTo(expected);
    }
    assertThat(YAML.readTree(COMPOSE.resolve("prometheus.yaml").toFile()).toString())
        .contains("jobmanager:9249", "taskmanager:9249");
    assertThat(kubernetes("networkpolicy.yaml").toString()).contains("\"port\":9249");
  }

  private static Map<String, String> flinkOf(String service) throws IOException {
    String properties =
        compose().at("/services/" + service + "/environment/FLINK_PROPERTIES").asText();
    return strings(YAML.readTree(properties));
  }

  private static Map<String, String> strings(JsonNode object) {
    Map<String, String> all = new TreeMap<>();
    object.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
    return all;
  }

  private static Map<String, String> metrics(Map<String, String> all) {
    Map<String, String> metrics = new TreeMap<>(all);
    metrics.keySet().removeIf(key -> !key.startsWith("metrics."));
    return metrics;
  }

  @Test
  void theJobIsTheOneInTheImage() throws IOException {
    JsonNode job = kubernetes("flinkdeployment.yaml").at("/spec/job");
    assertThat(job.path("jarURI").asText()).isEqualTo("local://" + JAR);
    assertThat(job.path("entryClass").asText()).isEqualTo(PipelineJob.class.getName());
    assertThat(Files.readString(DEPLOY.resolve("image/Dockerfile")))
        .contains("COPY --chown=9999:9999 mirrorcore-jobs.jar " + JAR)
        .doesNotContain("\nRUN ");
    assertThat(compose().at("/services/jobmanager/command").toString())
        .contains(PipelineJob.class.getName());
  }

  @Test
  void versionsAreThoseOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("../../pom.xml"));
    String image = "mirrorcore:" + property(pom, "revision").replace("-SNAPSHOT", "");
    assertThat(kubernetes("flinkdeployment.yaml").at("/spec/image").asText()).isEqualTo(image);
    assertThat(compose().at("/services/taskmanager/image").asText()).isEqualTo(image);
    assertThat(Files.readString(DEPLOY.resolve("image/Dockerfile")))
        .contains("FROM flink:" + property(pom, "flink.version") + "-java17\n")
        .contains("-t " + image + " ");
  }

  private static String property(String pom, String name) {
    Matcher value = Pattern.compile("<" + name + ">([^<]+)<").matcher(pom);
    assertThat(value.find()).as(name).isTrue();
    return value.group(1);
  }

  @Test
  void theConfigurationFitsTheDeployment() throws IOException {
    Settings settings = Settings.load(KUBERNETES.resolve("mirrorcore.yaml"));
    ObjectNode deployment = kubernetes("flinkdeployment.yaml");
    assertThat(deployment.at("/spec/job/parallelism").asInt())
        .isEqualTo(settings.get(PipelineKeys.JOB_PARALLELISM));
    assertThat(deployment.at("/spec/job/args").toString())
        .isEqualTo("[\"--config\",\"/etc/mirrorcore/mirrorcore.yaml\"]");
    assertThat(kubernetes("user.yaml").at("/metadata/name").asText())
        .isEqualTo(settings.get(PipelineKeys.JOB_NAME))
        .isEqualTo(deployment.at("/metadata/name").asText());

    Settings composed = Settings.load(COMPOSE.resolve("mirrorcore.yaml"));
    assertThat(flinkOf("taskmanager").get("taskmanager.numberOfTaskSlots"))
        .isEqualTo(composed.get(PipelineKeys.JOB_PARALLELISM).toString());
  }

  @Test
  void noPodMayDoMoreThanItNeeds() throws IOException {
    JsonNode pod = kubernetes("flinkdeployment.yaml").at("/spec/podTemplate/spec");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(9999);
    JsonNode container = pod.at("/containers/0/securityContext");
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
  }

  @Test
  void nothingThatIsPublishedListensBeyondThisMachine() throws IOException {
    for (JsonNode service : compose().path("services")) {
      for (JsonNode port : service.path("ports")) {
        assertThat(port.asText()).startsWith("127.0.0.1:");
      }
    }
  }

  @Test
  void everyFileOfTheListIsThere() throws IOException {
    for (JsonNode file : kubernetes("kustomization.yaml").path("resources")) {
      assertThat(KUBERNETES.resolve(file.asText())).isRegularFile();
    }
    for (JsonNode file : kubernetes("kustomization.yaml").at("/configMapGenerator/0/files")) {
      assertThat(KUBERNETES.resolve(file.asText())).isRegularFile();
    }
  }
}
