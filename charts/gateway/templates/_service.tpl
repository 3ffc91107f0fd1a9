{{/* How the Service is reached, besides its type; what Kubernetes refuses of a type is refused here by the value's name. */}}
{{- define "gateway.service.reach" -}}
{{- $service := .Values.service -}}
{{- $needs := dict "externalTrafficPolicy" (list "NodePort" "LoadBalancer") "nodePort" (list "NodePort" "LoadBalancer") "loadBalancerClass" (list "LoadBalancer") "loadBalancerSourceRanges" (list "LoadBalancer") -}}
{{- range $key, $types := $needs -}}
{{- if and (get $service $key) (not (has $service.type $types)) -}}
{{- fail (printf "service.%s is for a service.type of %s, not for %s" $key (join " or " $types) $service.type) -}}
{{- end -}}
{{- end -}}
{{- if and (has $service.trafficDistribution (list "PreferSameZone" "PreferSameNode")) (semverCompare "<1.34.0-0" .Capabilities.KubeVersion.Version) -}}
{{- fail (printf "service.trafficDistribution %s is for Kubernetes 1.34 and later, and this is %s" $service.trafficDistribution .Capabilities.KubeVersion.Version) -}}
{{- end -}}
{{- range $key := list "externalTrafficPolicy" "internalTrafficPolicy" "trafficDistribution" "loadBalancerClass" }}
{{- with get $service $key }}
{{ $key }}: {{ . | quote }}
{{- end }}
{{- end }}
{{- with $service.loadBalancerSourceRanges }}
loadBalancerSourceRanges:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
