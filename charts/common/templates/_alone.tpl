{{/*
Says what a release without the umbrella has not: engines, and the demo key. Where that Secret stands in the cluster
already, made by hand, it is taken. A chart cannot see what else its release has, so global.umbrella says it. Takes root
and engines.
*/}}
{{- define "common.checks.alone" -}}
{{- $root := .root -}}
{{- if not (or $root.Values.global.umbrella (eq $root.Chart.Name "engines")) -}}
{{- $keys := dict "kafka" "brokers" "mongodb" "url" "redis" "url" -}}
{{- range .engines -}}
{{- if include (printf "common.%s.own" .) $root -}}
{{- fail (printf "global.%s.%s is needed: a release of the chart %s alone has no engines (charts/README.md, Each chart alone); where another chart of the release brings them, set global.umbrella to true" . (get $keys .) $root.Chart.Name) -}}
{{- end -}}
{{- end -}}
{{- $demoKey := $root.Values.global.auth.demoKey -}}
{{- if and $demoKey.enabled (not $demoKey.existingSecret.name) -}}
{{- $name := include "common.auth.demoSecret" $root -}}
{{- if not (lookup "v1" "Secret" $root.Release.Namespace $name) -}}
{{- fail (printf "nobody makes the demo key in a release of the chart %s alone, so there is no Secret %s: name one in global.auth.demoKey.existingSecret.name, or set global.auth.issuer, and global.auth.demoKey.enabled to false; where the chart engines is in the release, set global.umbrella to true" $root.Chart.Name $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/*
An alias is the name of the chart for Helm, so objects would have another name than the other charts ask for, and the
service a user that no engine has. Takes root and chart.
*/}}
{{- define "common.checks.alias" -}}
{{- if ne .root.Chart.Name .chart -}}
{{- fail (printf "the chart %s is in this release by the alias %s, and its Service, its users in the engines and its policies are found by its own name: leave out the alias" .chart .root.Chart.Name) -}}
{{- end -}}
{{- end }}
