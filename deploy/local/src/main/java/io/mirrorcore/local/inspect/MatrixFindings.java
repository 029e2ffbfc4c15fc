package io.mirrorcore.local.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a covariance, or nearly so. */
final class MatrixFindings {

  private static final double ROUNDING = 1e-9;

  private MatrixFindings() {}

  static List<String> of(JsonNode sigma) {
    List<String> findings = new ArrayList<>();
    int n = sigma.size();
    double[][] s = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (sigma.get(i).size() != n) {
        return List.of(
            "sigma is not square: row %d has %d of %d".formatted(i + 1, sigma.get(i).size(), n));
      }
      for (int j = 0; j < n; j++) {
        s[i][j] = sigma.get(i).get(j).isNumber() ? sigma.get(i).get(j).doubleValue() : Double.NaN;
        if (Double.isNaN(s[i][j])) {
          return List.of(
              "sigma holds what is no number, in row %d, column %d".formatted(i + 1, j + 1));
        }
      }
    }
    asymmetry(s, findings);
    correlations(s, findings);
    return findings;
  }

  private static void asymmetry(double[][] s, List<String> findings) {
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(s[i][j] - s[j][i])
            > ROUNDING * Math.max(Math.abs(s[i][j]), Math.abs(s[j][i]))) {
          findings.add(
              "sigma is not symmetric: %s in row %d, column %d, and %s the other way"
                  .formatted(s[i][j], i + 1, j + 1, s[j][i]));
          return;
        }
      }
    }
  }

  private static void correlations(double[][] s, List<String> findings) {
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < i; j++) {
        double bound = Math.sqrt(Math.max(0, s[i][i]) * Math.max(0, s[j][j]));
        double size = Math.abs(s[i][j]);
        if (bound > 0 && size > bound * (1 + ROUNDING)) {
          findings.add(
              String.format(
                  Locale.ROOT,
                  "sigma is no covariance: strategies %d and %d would have a correlation of %.4g",
                  j + 1,
                  i + 1,
                  s[i][j] / bound));
        } else if (bound > 0 && size > bound * (1 - ROUNDING)) {
          findings.add(
              "strategies %d and %d are perfectly correlated: sigma is singular"
                  .formatted(j + 1, i + 1));
        }
      }
    }
  }
}
