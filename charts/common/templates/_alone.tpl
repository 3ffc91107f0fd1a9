{{/*
Says what a release of one chart has not, since the umbrella would make it: engines, and the demo key. Where that Secret
stands in the cluster already, made by hand, it is taken. Takes root and engines.
*/}}
{{- define "common.checks.alone" -}}
{{- $root := .root -}}
{{- if and $root.Chart.IsRoot (ne $root.Chart.Name "engines") -}}
{{- $keys := dict "kafka" "brokers" "mongodb" "url" "redis" "url" -}}
{{- range .engines -}}
{{- if include (printf "common.%s.own" .) $root -}}
{{- fail (printf "global.%s.%s is needed: a release of the chart %s alone has no engines (charts/README.md, Each chart alone)" . (get $keys .) $root.Chart.Name) -}}
{{- end -}}
{{- end -}}
{{- $demoKey := $root.Values.global.auth.demoKey -}}
{{- if and $demoKey.enabled (not $demoKey.existingSecret.name) -}}
{{- $name := include "common.auth.demoSecret" $root -}}
{{- if not (lookup "v1" "Secret" $root.Release.Namespace $name) -}}
{{- fail (printf "nobody makes the demo key in a release of the chart %s alone, so there is no Secret %s: name one in global.auth.demoKey.existingSecret.name, or set global.auth.issuer, and global.auth.demoKey.enabled to false" $root.Chart.Name $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
